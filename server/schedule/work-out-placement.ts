import { setImmediate } from 'node:timers/promises';
import { eventForBoard } from '#db/queries/pass-board.ts';
import { beat, endRun } from '#db/queries/placement-runs.ts';
import { readBoard } from '#server/clashes/read-board.ts';
import { type Facts, instantAt, readFacts } from '#server/clashes/read-facts.ts';
import type { Fact } from '#shared/clashes/fact.ts';
import { findingIndex } from '#shared/clashes/finding-index.ts';
import { type Board, openingsOf } from '#shared/clashes/openings.ts';
import type { ProgrammeSessionId, RoomId } from '#shared/ids.ts';
import { gapOf, type Solution } from '#shared/linear-model.ts';
import { refuse } from '#shared/problem.ts';
import {
  type Candidate,
  candidatesOf,
  inOrder,
  modelOf,
  openingsInWish,
  rankAt,
  type Unplaced,
  type Why,
  whyNoOpening,
} from '#shared/schedule/placement.ts';
import type { Proposal, RunProgress, WhyView } from '#shared/schedule/placement-contract.ts';
import type { Ctx } from '../context.ts';
import { solve } from '../solver/solve.ts';
import { theProgram } from '../who.ts';

/** How long the solver may take. */
export const PLACEMENT_LIMIT_MS = 20_000;
const BEAT_EVERY_MS = 700;

/** The sessions of an event that are planned and have no place, as facts of their length. */
export function unplacedOf({ sessions, asksOf }: Facts, zone: string): Unplaced[] {
  return [...sessions.values()]
    .filter((row) => row.startsAt === null)
    .map((row) => ({
      ...{
        id: row.id,
        kind: 'session' as const,
        label: { ja: row.titleJa, en: row.titleEn },
        from: 0,
        to: row.minutes,
      },
      people: row.speakers.flatMap((one) => (one.delegateId && one.role !== 'video' ? [one.delegateId] : [])),
      ...{ roomId: null, venueId: null, zone: null, online: false, timeZone: zone, day: '' },
      ...{ before: row.setupMinutes, after: row.teardownMinutes, asks: asksOf(row) },
    }));
}

/**
 * Works a proposal out and keeps it with its run, beside the program's other work: reads once, computes in pieces, lets
 * the solver think on its thread, and looks now and then whether somebody has stopped the run. Never throws.
 */
export async function workOutPlacement(ctx: Ctx, runId: string, slug: string): Promise<void> {
  const stop = new AbortController();
  const progress: RunProgress = { sessions: 0, seconds: 0, gap: null };
  const tell = async () => {
    const goesOn = await ctx.database.write(theProgram, (tx) => beat(tx, runId, ctx.realNow(), progress));
    if (!goesOn) stop.abort(new Error('stopped'));
  };
  const timer = setInterval(() => void tell().catch(() => stop.abort(new Error('no database'))), BEAT_EVERY_MS);
  try {
    const proposal = await propose(ctx, slug, progress, stop.signal);
    await ctx.database.write(theProgram, (tx) => endRun(tx, runId, 'done', proposal));
  } catch {
    // Stopped, or broken: either way there is no proposal, and whoever stopped it has said so already.
    await ctx.database.write(theProgram, (tx) => endRun(tx, runId, 'failed')).catch(() => undefined);
  } finally {
    clearInterval(timer);
  }
}

async function propose(ctx: Ctx, slug: string, progress: RunProgress, signal: AbortSignal): Promise<Proposal> {
  const { facts, board, zone } = await ctx.database.read(theProgram, async (db) => {
    const event = (await eventForBoard(db, slug)) ?? refuse('not-found', {});
    return { facts: await readFacts(db, event), board: await readBoard(db, event), zone: event.timeZone };
  });
  const { sessions, rooms } = inOrder(unplacedOf(facts, zone), board);
  progress.sessions = sessions.length;
  const candidates: Candidate[] = [];
  for (const at of sessions.keys()) {
    candidates.push(...candidatesOf(sessions, at, { ...board, rooms }, facts.index));
    await setImmediate();
    signal.throwIfAborted();
  }
  const solution = await solve(modelOf(sessions, candidates).model, {
    timeLimitMs: PLACEMENT_LIMIT_MS,
    signal,
    onProgress: ({ seconds, best, bound }) => {
      progress.seconds = seconds;
      if (best !== null && bound !== null) progress.gap = gapOf({ status: 'feasible', objective: best, bound });
    },
  });
  return present(solution, sessions, candidates, facts, board);
}

/** The solution in words of the programme, each session with why it is not where it was wished first. */
async function present(
  solution: Solution,
  sessions: readonly Fact[],
  candidates: readonly Candidate[],
  { facts, presumed, sessions: rows }: Facts,
  board: Board,
): Promise<Proposal> {
  const chosen = candidates.filter((_, column) => solution.values[column] === 1);
  const bySession = new Map(chosen.map((one) => [one.session, one]));
  const together = findingIndex([...facts, ...chosen.map((one) => one.fact)], presumed);
  const labels = new Map([...facts, ...sessions].map((one) => [one.id, one.label]));
  const inWords = ({ rule, by }: Why): WhyView => ({ rule, by: by.flatMap((id) => labels.get(id) ?? []) });
  const proposal: Proposal = { items: [], left: [], ...howGood(solution) };
  for (const [at, session] of sessions.entries()) {
    await setImmediate();
    const sessionId = session.id as ProgrammeSessionId;
    const place = bySession.get(at);
    if (!place) {
      const why = whyNoOpening(session, openingsOf(board, session.to - session.from), together);
      proposal.left.push({ sessionId, why: inWords(why ?? { rule: 'rooms_taken', by: [] }) });
      continue;
    }
    const rank = rankAt(place.fact);
    const first = session.asks?.wishes[0];
    const instead = first && rank !== 1 ? whyNoOpening(session, openingsInWish(board, session, first), together) : null;
    proposal.items.push({
      ...{ sessionId, version: rows.get(session.id)?.version ?? 1, roomId: place.opening.roomId as RoomId },
      ...{ startsAt: instantAt(place.fact.from), minutes: session.to - session.from, rank },
      ...{ wished: first !== undefined, instead: instead ? inWords(instead) : null },
      warnings: [...new Set(place.warnings)],
    });
  }
  proposal.items.sort((a, b) => (a.startsAt < b.startsAt ? -1 : a.startsAt > b.startsAt ? 1 : 0));
  return proposal;
}

function howGood(solution: Solution): Pick<Proposal, 'proven' | 'gap' | 'seconds'> {
  return { proven: solution.status === 'optimal', gap: gapOf(solution), seconds: solution.seconds };
}
