import { type Found, MOST_ITEMS, type OutsideReading, type RowFault, rowOf } from './outside-item.ts';
import { childrenOf, childText, readXml, type XmlElement } from './read-xml.ts';

/** The entries of a schedule.xml; times carry their distance from UTC. `near` is when the event is. */
export function readScheduleXml(text: string, near: Date): OutsideReading {
  const read = readXml(text);
  if ('fault' in read) return { format: 'xml', fault: read.fault };
  if (read.root.name !== 'schedule') return { format: 'xml', fault: 'not-recognised' };
  const organiser = childrenOf(read.root, 'conference').map((one) => childText(one, 'title'))[0] ?? '';
  const entries = childrenOf(read.root, 'day').flatMap((day) =>
    childrenOf(day, 'room').flatMap((room) => childrenOf(room, 'event').map((entry) => ({ entry, room }))),
  );
  if (entries.length > MOST_ITEMS) return { format: 'xml', fault: 'too-many' };
  return {
    format: 'xml',
    rows: entries.map(({ entry, room }, index) => rowOf(found(entry, room, index + 1, organiser), near)),
  };
}

function found(entry: XmlElement, room: XmlElement, line: number, organiser: string): Found {
  const from = startOf(childText(entry, 'date'));
  const duration = childText(entry, 'duration');
  return {
    ...{ line, organiser, title: childText(entry, 'title'), url: childText(entry, 'url'), from },
    uid: entry.attributes.get('guid') ?? `id-${entry.attributes.get('id') ?? line}`,
    to: from instanceof Date ? endOf(from, duration) : from,
    place: childText(entry, 'room') || (room.attributes.get('name') ?? ''),
  };
}

function startOf(text: string): Date | RowFault {
  if (text === '') return { code: 'no-start' };
  const complete = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(text);
  const at = new Date(text);
  return complete && !Number.isNaN(at.getTime()) ? at : { code: 'bad-time', value: text.slice(0, 40) };
}

function endOf(from: Date, duration: string): Date | RowFault {
  if (duration === '') return { code: 'no-end' };
  const parts = /^(\d{1,3}):(\d\d)(?::\d\d)?$/.exec(duration);
  if (!parts) return { code: 'bad-time', value: duration.slice(0, 40) };
  return new Date(from.getTime() + (Number(parts[1]) * 60 + Number(parts[2])) * 60_000);
}
