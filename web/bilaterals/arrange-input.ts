import { type Candidate, meets, type Span } from '#shared/bilaterals/candidates.ts';
import type { ArrangeMeeting, MeetingView, PlannerView } from '#shared/bilaterals/contract.ts';
import { instantOrNull } from '#shared/bilaterals/planner.ts';
import type { DelegateId, RoomId } from '#shared/ids.ts';
import type { BilateralDetails } from '#shared/requests/kinds/bilateral.ts';
import { dayOf, formatTime } from '#shared/time.ts';
import type { Counterpart } from './CounterpartField.tsx';

/** What the form holds: the arrangement with its time as a day and a clock. */
export type ArrangeInput = Pick<ArrangeMeeting, 'mode' | 'place' | 'language' | 'counterpartPerson'> & {
  counterpart: Counterpart;
  day: string;
  time: string;
  minutes: string;
  roomId: string;
  people: readonly string[];
  override: string;
};

const clockOf = (at: Date | string, zone: string) => formatTime(at, zone).padStart(5, '0');

/** Where the form begins: at the chosen candidate, else at what is arranged, else at the first wish. */
export function beginArrange(
  planner: PlannerView,
  meeting: MeetingView,
  details: BilateralDetails,
  candidate: Candidate | null,
  interpreting: string,
): ArrangeInput {
  const zone = planner.timeZone;
  const wish = planner.row.windows[0];
  const arranged = meeting.startsAt !== null;
  const at = candidate?.startsAt ?? meeting.startsAt;
  const mode = arranged ? meeting.mode : details.mode;
  const long =
    meeting.startsAt && meeting.endsAt ? (Date.parse(meeting.endsAt) - Date.parse(meeting.startsAt)) / 60_000 : 0;
  const room = arranged && !candidate ? meeting.room?.id : mode === 'in_person' ? candidate?.roomIds[0] : undefined;
  return {
    counterpart: meeting.counterpart,
    counterpartPerson: meeting.counterpartPerson,
    day: at ? dayOf(at, zone) : (wish?.day ?? ''),
    time: at ? clockOf(at, zone) : (wish?.from ?? '10:00'),
    minutes: String(long > 0 && !candidate ? long : details.minutes),
    mode,
    roomId: room ?? '',
    place: meeting.place,
    language: meeting.language || (arranged ? '' : interpreting),
    people: (meeting.delegates.length > 0 ? meeting.delegates : planner.delegates).map((one) => one.id),
    override: '',
  };
}

/** The time of the form as a span, or null while it is not one. */
export function spanOfInput({ day, time, minutes }: ArrangeInput, zone: string): Span | null {
  const startsAt = day ? instantOrNull(day, time, zone) : null;
  const long = Number(minutes);
  if (!startsAt || !Number.isInteger(long) || long <= 0) return null;
  return { startsAt, endsAt: new Date(startsAt.getTime() + long * 60_000) };
}

/** The form as the server wants it. */
export function arrangementOf(input: ArrangeInput, span: Span): ArrangeMeeting {
  const { counterpart, counterpartPerson, minutes, mode, roomId, place, language, people, override } = input;
  return {
    counterpartId: counterpart.id,
    counterpartPerson,
    startsAt: span.startsAt.toISOString(),
    minutes: Number(minutes),
    mode,
    roomId: mode === 'in_person' && roomId ? (roomId as RoomId) : null,
    place,
    language,
    delegateIds: people as DelegateId[],
    ...(override.trim() ? { override: override.trim() } : {}),
  };
}

/** Who of the chosen people is promised elsewhere at that time, by what is known here; the server looks again. */
export function promisedThen<One extends Span & { holder: string }>(
  span: Span | null,
  people: readonly string[],
  promised: readonly One[],
): One[] {
  return span ? promised.filter((one) => people.includes(one.holder) && meets(one, span)) : [];
}
