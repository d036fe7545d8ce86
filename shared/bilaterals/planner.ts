import { isClosed, type RequestState } from '#shared/requests/lifecycle.ts';
import { type Day, dayOf, daysBetween, formatTime, type Instant } from '#shared/time.ts';
import { instantOf, TimeNotClear } from '#shared/time-zone.ts';
import { meets, type Span } from './candidates.ts';

/** How far a request for a meeting is, in the order in which the office works. */
export const STAGES = [
  'to_approach',
  'approaching',
  'negotiating',
  'agreed',
  'placed',
  'held',
  'undecided',
  'closed',
] as const;
export type Stage = (typeof STAGES)[number];

type MeetingState = 'approaching' | 'negotiating' | 'agreed' | 'placed' | 'held' | 'cancelled';

/** The stage of a request for a meeting: its meeting's state where there is one that stands. */
export function stageOf(request: { state: RequestState; meeting: { state: MeetingState } | null }): Stage {
  if (isClosed(request.state)) return 'closed';
  if (request.meeting && request.meeting.state !== 'cancelled') return request.meeting.state;
  return request.state === 'approved' || request.state === 'fulfilled' ? 'to_approach' : 'undecided';
}

/** The instant of a clock time in a zone, or null when it cannot be read or the clocks there skip or repeat it. */
export function instantOrNull(day: Day, time: string, zone: string): Date | null {
  try {
    return instantOf(day, time, zone);
  } catch (error) {
    if (error instanceof TimeNotClear) return null;
    throw error;
  }
}

/** The wished hours at the venue as instants, in the order of the wishes. */
export function wishedSpans(windows: readonly { day: Day; from: string; to: string }[], zone: string): Span[] {
  return windows.flatMap(({ day, from, to }) => {
    const startsAt = instantOrNull(day, from, zone);
    const endsAt = instantOrNull(day, to, zone);
    return startsAt && endsAt && startsAt < endsAt ? [{ startsAt, endsAt }] : [];
  });
}

export type Away = Span & { holder: string; why: 'before' | 'after' };

/** The days on which somebody of the party has not arrived yet or has left. The days of travel themselves count as there. */
export function awayOf(
  people: readonly { id: string; arrivesOn: Day | null; leavesOn: Day | null }[],
  days: readonly Day[],
  zone: string,
): Away[] {
  return people.flatMap(({ id: holder, arrivesOn, leavesOn }) =>
    days.flatMap((day) => {
      const why = arrivesOn && day < arrivesOn ? 'before' : leavesOn && day > leavesOn ? 'after' : null;
      const startsAt = instantOrNull(day, '00:00', zone);
      const endsAt = instantOrNull(day, '23:59', zone);
      return why && startsAt && endsAt ? [{ holder, why, startsAt, endsAt } as const] : [];
    }),
  );
}

/** What is left of spans when what is busy is taken away, in the order of time within each. */
export function freeParts(spans: readonly Span[], busy: readonly Span[]): Span[] {
  const inOrder = busy.toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
  return spans.flatMap((span) => {
    const parts: Span[] = [];
    let from = span.startsAt;
    for (const one of inOrder.filter((other) => meets(other, span))) {
      if (from < one.startsAt) parts.push({ startsAt: from, endsAt: one.startsAt });
      if (one.endsAt > from) from = one.endsAt;
    }
    if (from < span.endsAt) parts.push({ startsAt: from, endsAt: span.endsAt });
    return parts;
  });
}

/** Minutes from midnight of `day` to an instant, by the clocks of a zone; negative the day before, over 1440 the day after. */
export function minuteOn(day: Day, at: Instant, zone: string): number {
  const [hours, minutes] = formatTime(at, zone).split(':').map(Number);
  return daysBetween(day, dayOf(at, zone)) * 1440 + (hours ?? 0) * 60 + (minutes ?? 0);
}

/** The full hours that a chart must show so that every span of a day is in it: from nine to eighteen at least. */
export function hoursShown(days: readonly Day[], spans: readonly Span[], zone: string): { from: number; to: number } {
  let from = 9;
  let to = 18;
  for (const { startsAt, endsAt } of spans) {
    const day = dayOf(startsAt, zone);
    if (!days.includes(day)) continue;
    from = Math.min(from, Math.floor(minuteOn(day, startsAt, zone) / 60));
    to = Math.max(to, Math.ceil(minuteOn(day, endsAt, zone) / 60));
  }
  return { from: Math.max(from, 6), to: Math.min(to, 24) };
}
