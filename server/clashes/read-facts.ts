import type { Db } from '#db/connect.ts';
import { commitmentsOfEvent } from '#db/queries/commitments.ts';
import { blueDays, onlineMeetings, type PersonOfFinding, peopleOfEvent, spotsOfEvent } from '#db/queries/findings.ts';
import { planningOf } from '#db/queries/planning.ts';
import { type SessionRow, sessionsOfEvent } from '#db/queries/sessions.ts';
import type { Asks, Fact, Gap, Span, Stay } from '#shared/clashes/fact.ts';
import { type FindingIndex, findingIndex, type Presumed } from '#shared/clashes/finding-index.ts';
import { delegateOfHold } from '#shared/clashes/holder.ts';
import { PART_HOURS, type SpeakingDetails } from '#shared/requests/kinds/speaking.ts';
import { parseDetails } from '#shared/requests/kinds.ts';
import { dayOf } from '#shared/time.ts';
import { instantOf } from '#shared/time-zone.ts';

export type Facts = {
  facts: Fact[];
  presumed: Presumed;
  index: FindingIndex;
  people: ReadonlyMap<string, PersonOfFinding>;
  sessions: ReadonlyMap<string, SessionRow>;
  /** What a session asks for, whether it has a time or not. */
  asksOf: (session: SessionRow) => Asks;
};

export const minuteOf = (at: Date) => at.getTime() / 60_000;
export const instantAt = (minute: number) => new Date(minute * 60_000).toISOString();

/** Everything with a time at an event, as the findings compare it, and what they presume. */
export async function readFacts(db: Db, event: { id: string; timeZone: string }): Promise<Facts> {
  const rows = (await sessionsOfEvent(db, event.id)).filter((row) => row.state === 'planned');
  const sessions = new Map(rows.map((row) => [row.id, row]));
  const commitments = new Map((await commitmentsOfEvent(db, event.id)).map((one) => [one.id, one]));
  const spots = new Map((await spotsOfEvent(db, event.id)).map((spot) => [spot.commitmentId, spot]));
  const people = new Map((await peopleOfEvent(db, event.id)).map((person) => [person.id, person]));
  const online = new Set(await onlineMeetings(db, event.id));
  const presumed = { planning: await planningOf(db, event.id), stays: staysOf(people, await blueDays(db, event.id)) };
  const spanOf = wishReader(event.timeZone);
  const asksOf = (row: SessionRow) => asksOfSession(row, spanOf);

  const at = (id: string, startsAt: Date, endsAt: Date) => {
    const spot = spots.get(id);
    const timeZone = spot?.timeZone ?? event.timeZone;
    return {
      ...{ id, from: minuteOf(startsAt), to: minuteOf(endsAt), timeZone, day: dayOf(startsAt, timeZone) },
      ...{ roomId: spot?.roomId ?? null, venueId: spot?.venueId ?? null, zone: spot?.zone ?? null },
      online: online.has(id),
    };
  };
  const peopleIn = (id: string) => (commitments.get(id)?.holds ?? []).flatMap((hold) => delegateOfHold(hold) ?? []);
  const placed = rows.flatMap((row): Fact[] => {
    if (!row.startsAt || !row.endsAt) return [];
    return [
      {
        ...at(row.id, row.startsAt, row.endsAt),
        ...{ kind: 'session', label: { ja: row.titleJa, en: row.titleEn }, people: peopleIn(row.id) },
        ...{ before: row.setupMinutes, after: row.teardownMinutes, asks: asksOf(row) },
      },
    ];
  });
  const others = [...commitments.values()]
    .filter((one) => !sessions.has(one.id))
    .map((one) => ({
      ...at(one.id, one.startsAt, one.endsAt),
      ...{ kind: one.kind, label: one.label, people: peopleIn(one.id), before: 0, after: 0, asks: null },
    }));
  const facts = [...placed, ...others];
  return { facts, presumed, index: findingIndex(facts, presumed), people, sessions, asksOf };
}

function staysOf(
  people: ReadonlyMap<string, PersonOfFinding>,
  covers: readonly { delegateId: string; from: string; to: string }[],
): Map<string, Stay> {
  const stays = new Map<string, Stay & { covers: { from: string; to: string }[] }>(
    [...people.values()].map((one) => [one.id, { arrives: one.arrivesOn, leaves: one.leavesOn, covers: [] }]),
  );
  for (const { delegateId, from, to } of covers) stays.get(delegateId)?.covers.push({ from, to });
  return stays;
}

/** Reads wished parts of days; each part of each day is turned into minutes once. */
function wishReader(zone: string): (wish: SpeakingDetails['wishes'][number]) => Span {
  const known = new Map<string, Span>();
  return ({ day, part }) => {
    const key = `${day} ${part}`;
    const [opens, closes] = PART_HOURS[part];
    const hour = (at: number) => minuteOf(instantOf(day, `${at}:00`, zone));
    const span = known.get(key) ?? { from: hour(opens), to: hour(closes) };
    known.set(key, span);
    return span;
  };
}

/** A block and a session that nobody asked for owe no abstract and no speaker. */
function asksOfSession(row: SessionRow, spanOf: ReturnType<typeof wishReader>): Asks {
  const details = row.details === null ? null : parseDetails('speaking', row.details);
  const asked = details?.success ? (details.data as SpeakingDetails) : null;
  const owed: Gap[] = row.kind === 'block' ? [] : ['titleJa', 'titleEn'];
  const gaps = asked ? [...owed, 'abstractJa' as const, 'abstractEn' as const] : owed;
  return {
    interpretation: row.interpretation !== 'none',
    wishes: (asked?.wishes ?? []).map(spanOf),
    noGo: asked?.noGo ?? '',
    headSpeaks: asked?.headSpeaks ?? false,
    gaps: gaps.filter((gap) => row[gap] === ''),
    undecided: asked !== null && !row.speakers.some((one) => one.role !== 'moderator' && one.role !== 'interpreter'),
  };
}
