import type { Tx } from '#db/connect.ts';
import { newId } from '#db/id.ts';
import {
  type CallColumns,
  callsWhere,
  deleteCall,
  hasProposals,
  insertCall,
  keepParts,
  lockCall,
  updateCall,
} from '#db/queries/calls.ts';
import { findEventId } from '#db/queries/events.ts';
import { writeHistory } from '#db/queries/history.ts';
import { violated } from '#db/violation.ts';
import type { Actor } from '#shared/actor.ts';
import type { CallInput, CallView, CopyCall } from '#shared/calls/contract.ts';
import { callTexts } from '#shared/calls/texts.ts';
import type { CallId } from '#shared/ids.ts';
import { refuse } from '#shared/problem.ts';
import { textsIn } from '#shared/text.ts';
import type { Ctx } from '../context.ts';
import { refuseWhenInUse } from '../in-use.ts';
import { refuseStale } from '../refuse-stale.ts';
import { wholeCall } from './read-calls.ts';

/** Adds a call. Refuses `already-exists` when another one stands open for the same room meanwhile. */
export function addCall(ctx: Ctx, actor: Actor, slug: string, input: CallInput): Promise<CallView> {
  return ctx.database
    .write(actor, async (tx) => {
      const eventId = (await findEventId(tx, slug)) ?? refuse('not-found', {});
      return insert(ctx, tx, actor, eventId, input, null);
    })
    .catch(refuseOverlap(actor));
}

/** The same questions and criteria for another time; the room goes along within the same event. */
export function copyCall(ctx: Ctx, actor: Actor, id: CallId, { event, ...times }: CopyCall): Promise<CallView> {
  return ctx.database
    .write(actor, async (tx) => {
      const [row] = await callsWhere(tx, { id }, { memberId: null }, null);
      const from = row ?? refuse('not-found', {});
      const eventId = (await findEventId(tx, event)) ?? refuse('not-found', {});
      const { titleJa, titleEn, guidanceJa, guidanceEn, mostPerMember, needsSignOff, scoresHidden } = from;
      const input: CallInput = {
        ...{ mostPerMember, needsSignOff, scoresHidden, ...times },
        roomId: eventId === from.eventId ? (from.roomId as CallInput['roomId']) : null,
        title: { ja: titleJa, en: titleEn },
        guidance: { ja: guidanceJa, en: guidanceEn },
        questions: from.questions.map((question) => ({ ...question, id: null })),
        criteria: from.criteria.map((criterion) => ({ ...criterion, id: null })),
      };
      return insert(ctx, tx, actor, eventId, input, id);
    })
    .catch(refuseOverlap(actor));
}

/** Changes a call. Once something was sent to it, its questions and criteria change in their words only. */
export function changeCall(ctx: Ctx, actor: Actor, id: CallId, version: number, input: CallInput): Promise<CallView> {
  return ctx.database
    .write(actor, async (tx) => {
      const before = await current(ctx, tx, actor, id, version);
      if ((await hasProposals(tx, id)) && partsOf(before) !== partsOf(input)) refuseParts(actor);
      await updateCall(tx, id, columnsOf(input));
      await keep(tx, id, input);
      const after = await wholeCall(ctx, tx, actor, id);
      const { opensAt, closesAt, mostPerMember } = after;
      await record(ctx, tx, actor, id, before.eventId, 'change', { opensAt, closesAt, mostPerMember });
      return after;
    })
    .catch(refuseOverlap(actor));
}

/** Removes a call that nothing was sent to. */
export function removeCall(ctx: Ctx, actor: Actor, id: CallId, version: number): Promise<void> {
  return ctx.database
    .write(actor, async (tx) => {
      const { eventId } = await current(ctx, tx, actor, id, version);
      if (await hasProposals(tx, id)) refuseParts(actor);
      await deleteCall(tx, id);
      await record(ctx, tx, actor, id, eventId, 'remove', {});
    })
    .catch(refuseWhenInUse);
}

async function current(ctx: Ctx, tx: Tx, actor: Actor, id: CallId, version: number) {
  const { eventId } = (await lockCall(tx, id)) ?? refuse('not-found', {});
  const before = await wholeCall(ctx, tx, actor, id);
  refuseStale(version, before);
  return { ...before, eventId };
}

async function insert(ctx: Ctx, tx: Tx, actor: Actor, eventId: string, input: CallInput, copiedFrom: string | null) {
  const id = newId() as CallId;
  await insertCall(tx, { id, eventId, copiedFrom, createdAt: ctx.now(), ...columnsOf(input) });
  await keep(tx, id, input);
  await record(ctx, tx, actor, id, eventId, 'add', copiedFrom ? { copiedFrom } : {});
  return wholeCall(ctx, tx, actor, id);
}

function columnsOf({
  title,
  guidance,
  opensAt,
  closesAt,
  questions: _q,
  criteria: _c,
  ...plain
}: CallInput): CallColumns {
  return {
    ...plain,
    ...{ titleJa: title.ja, titleEn: title.en, guidanceJa: guidance.ja, guidanceEn: guidance.en },
    ...{ opensAt: new Date(opensAt), closesAt: new Date(closesAt) },
  };
}

function keep(tx: Tx, callId: string, { questions, criteria }: CallInput): Promise<void> {
  return keepParts(
    tx,
    callId,
    questions.map(({ id, label, options, ...plain }) => ({
      ...{ id: id ?? newId(), ...plain, labelJa: label.ja, labelEn: label.en, options: JSON.stringify(options) },
    })),
    criteria.map(({ id, name, note, weight }) => ({
      ...{ id: id ?? newId(), weight, nameJa: name.ja, nameEn: name.en, noteJa: note.ja, noteEn: note.en },
    })),
  );
}

/** Everything about questions and criteria but their words, as one text. */
function partsOf({ questions, criteria }: Pick<CallInput, 'questions' | 'criteria'>): string {
  return JSON.stringify([
    questions.map(({ id, kind, required, options }) => [id, kind, required, options.length]),
    criteria.map(({ id, weight }) => [id, weight]),
  ]);
}

function refuseParts(actor: Actor): never {
  refuse('still-in-use', { by: textsIn(callTexts, actor.lang).proposalsThere });
}

/** For `catch`: what the database says of two calls at once, and of questions that somebody has answered meanwhile. */
function refuseOverlap(actor: Actor) {
  return (error: unknown): never => {
    const constraint = violated(error);
    const words = textsIn(callTexts, actor.lang);
    if (constraint === 'call_one_at_a_time') {
      refuse('already-exists', {}, { errors: [{ pointer: '/opensAt', detail: words.overlaps }] });
    }
    if (constraint === 'call_parts_stay') refuseParts(actor);
    if (constraint === 'call_event_id_room_id_fkey') {
      refuse('invalid-input', { count: 1 }, { errors: [{ pointer: '/roomId', detail: words.noRoom }] });
    }
    throw error;
  };
}

async function record(
  ctx: Ctx,
  tx: Tx,
  actor: Actor,
  id: string,
  eventId: string,
  action: 'add' | 'change' | 'remove',
  details: Record<string, unknown>,
): Promise<void> {
  await writeHistory(tx, { at: ctx.now(), actor, subject: 'call', subjectId: id, eventId, action, details });
}
