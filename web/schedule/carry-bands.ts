import { PART_HOURS } from '#shared/requests/kinds/speaking.ts';
import type { DraftView, SessionView } from '#shared/schedule/contract.ts';
import { minuteOfClock } from '#shared/schedule/editor-grid.ts';
import { dayOf, formatTime } from '#shared/time.ts';

/** A stretch of a day that concerns what is carried: a wish by its rank, or somebody who is needed on elsewhere. */
export type Band = { day: string; from: number; to: number };
export type Wished = Band & { rank: number };
export type Elsewhere = Band & { session: SessionView | null; label: { ja: string; en: string } };

/** The times a session is wished for on these days. */
export function wishedBands(session: SessionView, days: readonly string[]): Wished[] {
  return session.wishes.flatMap((wish, index) => {
    const [from, to] = PART_HOURS[wish.part];
    return days.includes(wish.day) ? [{ day: wish.day, from: from * 60, to: to * 60, rank: index + 1 }] : [];
  });
}

/** When a speaker or a host of a session is on elsewhere on these days: in another session, or in a meeting. */
export function elsewhereBands(draft: DraftView, session: SessionView, days: readonly string[]): Elsewhere[] {
  const speakers = new Set(onTheSpot(session));
  const hosts = new Map(session.hosts.map((host) => [host.id as string, host.name]));
  const others = draft.sessions.flatMap((other) => {
    if (!other.slot || other.id === session.id || other.state === 'cancelled') return [];
    const person = other.speakers.find(
      (one) => one.delegateId !== null && one.role !== 'video' && speakers.has(one.delegateId),
    );
    const host = other.hosts.find((one) => hosts.has(one.id));
    const label = person?.name ?? host?.name;
    return label ? [{ ...other.slot, label, session: other }] : [];
  });
  const meetings = draft.elsewhere
    .filter((one) => one.delegateIds.some((id) => speakers.has(id)))
    .map((one) => ({ ...one, session: null }));
  return [...others, ...meetings].flatMap((one) => {
    const day = dayOf(one.startsAt, draft.timeZone);
    if (!days.includes(day)) return [];
    const from = minuteOfClock(formatTime(one.startsAt, draft.timeZone).padStart(5, '0'));
    const to = from + (Date.parse(one.endsAt) - Date.parse(one.startsAt)) / 60_000;
    return [{ day, from, to, label: one.label, session: one.session }];
  });
}

/** Which wish a time on a day fulfils as a whole; null when none. */
export function wishAt(bands: readonly Wished[], day: string, from: number, minutes: number): number | null {
  return bands.find((one) => one.day === day && one.from <= from && from + minutes <= one.to)?.rank ?? null;
}

function onTheSpot(session: SessionView): string[] {
  return session.speakers.flatMap((one) => (one.delegateId !== null && one.role !== 'video' ? [one.delegateId] : []));
}
