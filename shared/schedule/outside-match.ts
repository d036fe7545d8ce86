import type { OutsideRead } from './outside-item.ts';

/** An entry that was taken in before; `edited` when somebody here has changed it since. */
export type KnownItem = OutsideRead & { id: string; edited: boolean; version: number };
export type OutsideField = 'title' | 'time' | 'place' | 'url' | 'organiser';
/** What becomes of an entry: it is new, differs, is the same, or stays because somebody here has changed it. */
export type Matched = {
  status: 'new' | 'changed' | 'same' | 'kept';
  item: OutsideRead;
  known: KnownItem | null;
  fields: OutsideField[];
};

/** Compares what was read with what was taken in from the same source before, by the names the other side gives. */
export function matchOutside(
  items: readonly OutsideRead[],
  known: readonly KnownItem[],
): { matched: Matched[]; gone: KnownItem[] } {
  const before = new Map(known.map((one) => [one.uid, one]));
  const matched = items.map((item): Matched => {
    const was = before.get(item.uid) ?? null;
    before.delete(item.uid);
    if (!was) return { status: 'new', item, known: null, fields: [] };
    const fields = differences(was, item);
    return { status: fields.length === 0 ? 'same' : was.edited ? 'kept' : 'changed', item, known: was, fields };
  });
  return { matched, gone: [...before.values()] };
}

function differences(was: OutsideRead, is: OutsideRead): OutsideField[] {
  const differs: Record<OutsideField, boolean> = {
    title: was.title.ja !== is.title.ja || was.title.en !== is.title.en,
    time: Date.parse(was.startsAt) !== Date.parse(is.startsAt) || Date.parse(was.endsAt) !== Date.parse(is.endsAt),
    place: was.place !== is.place,
    url: was.url !== is.url,
    organiser: was.organiser !== is.organiser,
  };
  return (Object.keys(differs) as OutsideField[]).filter((field) => differs[field]);
}
