import type { Db } from '#db/connect.ts';
import { acknowledgementsOf } from '#db/queries/finding-acknowledgements.ts';
import { eventForBoard } from '#db/queries/pass-board.ts';
import type { Actor } from '#shared/actor.ts';
import type { FindingList, FindingView } from '#shared/clashes/contract.ts';
import { type Finding, strengthOf } from '#shared/clashes/finding-rules.ts';
import { type Board, nearestOpening } from '#shared/clashes/openings.ts';
import { personName } from '#shared/clashes/person-name.ts';
import { stampOf } from '#shared/clashes/stamp.ts';
import type { ProgrammeSessionId, RoomId } from '#shared/ids.ts';
import { inLang } from '#shared/lang.ts';
import { refuse } from '#shared/problem.ts';
import type { Ctx } from '../context.ts';
import { readBoard } from './read-board.ts';
import { type Facts, instantAt, readFacts } from './read-facts.ts';

/** For how many findings a remedy is looked for; whoever has more mends these first. */
const REMEDIES = 25;

export type EventOfFindings = { id: string; timeZone: string };

/** What contradicts something else at an event, in the order of the days: found when asked, kept nowhere. */
export function listFindings(ctx: Ctx, actor: Actor, slug: string): Promise<FindingList> {
  return ctx.database.read(actor, async (db) => {
    const event = (await eventForBoard(db, slug)) ?? refuse('not-found', {});
    return findingsOf(db, actor, event);
  });
}

/** The findings as they stand within a transaction. */
export async function findingsOf(db: Db, actor: Actor, event: EventOfFindings): Promise<FindingList> {
  const facts = await readFacts(db, event);
  const board = await readBoard(db, event);
  const letBe = new Map((await acknowledgementsOf(db, event.id)).map((row) => [row.findingKey, row]));
  const findings = facts.index.all().toSorted((a, b) => beginOf(a) - beginOf(b) || (a.key < b.key ? -1 : 1));
  let left = REMEDIES;
  const items = findings.map((finding): FindingView => {
    const stamp = stampOf(finding);
    const said = letBe.get(finding.key);
    const acknowledged =
      said?.stamp === stamp ? { reason: said.reason, by: said.by, at: said.givenAt.toISOString() } : null;
    const looked = acknowledged === null && left > 0 && byMoving(finding);
    if (looked) left -= 1;
    const remedy = looked ? remedyFor(finding, facts, board) : null;
    return { ...present(finding, facts, actor), stamp, acknowledged, remedy };
  });
  return { items };
}

/** When it begins to be wrong: for two things the start of the later one. */
function beginOf({ kind, about }: Finding): number {
  const pair = kind === 'two_places' || kind === 'short_way' || kind === 'room_twice';
  return (pair ? about.at(-1) : about[0])?.from ?? 0;
}

function present(finding: Finding, { people }: Facts, actor: Actor) {
  const person = finding.personId === null ? undefined : people.get(finding.personId);
  return {
    key: finding.key,
    kind: finding.kind,
    // What others have on is known from a timetable only, so it is never in the way.
    strength: finding.about.some(({ kind }) => kind === 'outside') ? 'warning' : strengthOf(finding.kind),
    person: person ? inLang(personName(person), actor.lang).text : '',
    member: { ja: person?.memberJa ?? '', en: person?.memberEn ?? '' },
    at: instantAt(beginOf(finding)),
    timeZone: finding.about.at(-1)?.timeZone ?? 'UTC',
    about: finding.about.map(({ kind, id, label, from, to }) => ({
      ...{ kind, id, label, startsAt: instantAt(from), endsAt: instantAt(to) },
    })),
    way: finding.way ? { needed: Math.ceil(finding.way.needed), given: Math.floor(finding.way.given) } : null,
    gaps: [...(finding.gaps ?? [])],
    noGo: finding.kind === 'no_go' ? (finding.about[0]?.asks?.noGo ?? '') : '',
  };
}

function byMoving({ kind }: Finding): boolean {
  return kind !== 'no_go' && kind !== 'missing_text' && kind !== 'no_speaker';
}

/** Where one of the sessions would contradict nothing: the last one first, because what came first was there first. */
function remedyFor(finding: Finding, { index, sessions }: Facts, board: Board): FindingView['remedy'] {
  for (const fact of finding.about.toReversed()) {
    const session = sessions.get(fact.id);
    const opening = session ? nearestOpening(fact, board, index, finding.kind) : null;
    if (!session || !opening) continue;
    return {
      ...{ sessionId: session.id as ProgrammeSessionId, version: session.version },
      ...{ roomId: opening.roomId as RoomId, startsAt: instantAt(opening.from), minutes: fact.to - fact.from },
    };
  }
  return null;
}
