import { addDays, type Day, daysBetween } from '#shared/time.ts';

type Stay = { arrivesOn: Day | null; leavesOn: Day | null };

/** Days before and after the event that a chart shows at most, so that one long journey cannot flatten it. */
const MARGIN_DAYS = 3;

/** The days a chart of stays shows, in order: from the first arrival to the last departure, or the event's own days. */
export function daysToShow(stays: readonly Stay[], event: { startsOn: Day; endsOn: Day }): Day[] {
  const known = stays.filter((stay): stay is { arrivesOn: Day; leavesOn: Day } =>
    Boolean(stay.arrivesOn && stay.leavesOn),
  );
  const earliest = addDays(event.startsOn, -MARGIN_DAYS);
  const latest = addDays(event.endsOn, MARGIN_DAYS);
  const first = known.map((stay) => stay.arrivesOn).sort()[0] ?? event.startsOn;
  const last =
    known
      .map((stay) => stay.leavesOn)
      .sort()
      .at(-1) ?? event.endsOn;
  const from = addDays(first < earliest ? earliest : first, -1);
  const to = addDays(last > latest ? latest : last, 1);
  return Array.from({ length: daysBetween(from, to) + 1 }, (_, index) => addDays(from, index));
}

/** Where a stay lies among the shown days: first column and the one after the last, from 0; null when nothing shows. */
export function columnsOf(stay: Stay, days: readonly Day[]): { from: number; to: number } | null {
  const [first, last] = [days[0], days.at(-1)];
  if (!stay.arrivesOn || !stay.leavesOn || !first || !last) return null;
  if (stay.leavesOn < first || stay.arrivesOn > last) return null;
  const from = Math.max(0, daysBetween(first, stay.arrivesOn));
  const to = Math.min(days.length, daysBetween(first, stay.leavesOn) + 1);
  return { from, to };
}
