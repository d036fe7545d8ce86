import { writeHistory } from '#db/queries/history.ts';
import type { RequestRecord } from '#db/queries/requests.ts';
import { draftsWaiting, keepSignOff, type SignOff, signOffRule, waitingSignOff } from '#db/queries/sign-offs.ts';
import type { Ctx } from '#server/context.ts';
import type { Actor } from '#shared/actor.ts';
import type { RequestId } from '#shared/ids.ts';
import { refuse } from '#shared/problem.ts';
import type { RequestView, SignOffDecision, SignOffInput, WaitingDraft } from '#shared/requests/contract.ts';
import { signOffTexts } from '#shared/requests/sign-off-texts.ts';
import { textsIn } from '#shared/text.ts';
import { dayOf, JAPAN } from '#shared/time.ts';
import { principalOf, subjectOf } from './advance.ts';
import { changeRequest } from './change-request.ts';

const NOTHING = { number: '', decidedOn: null, approver: '', approverId: null, askedBy: null, comment: '' };

/** Writes down a sign-off that was given on paper, for the answers as the caller saw them. */
export function recordSignOff(ctx: Ctx, actor: Actor, id: RequestId, version: number, input: SignOffInput) {
  return onDraft(ctx, actor, id, version, 'sign-off.record', async () => ({ ...NOTHING, state: 'given', ...input }));
}

/** Asks the municipality's manager; the draft then stands on their first screen. */
export function askForSignOff(ctx: Ctx, actor: Actor, id: RequestId, version: number): Promise<RequestView> {
  const askedBy = actor.accountId;
  return onDraft(ctx, actor, id, version, 'sign-off.ask', async () => ({ ...NOTHING, state: 'waiting', askedBy }));
}

/** Gives the sign-off that was asked for, under the manager's own name, or returns the draft with what to change. */
export function decideSignOff(
  ctx: Ctx,
  actor: Actor,
  id: RequestId,
  version: number,
  input: SignOffDecision,
): Promise<RequestView> {
  const gives = input.decision === 'give';
  return onDraft(ctx, actor, id, version, gives ? 'sign-off.give' : 'sign-off.return', async (tx, draft) => {
    const words = textsIn(signOffTexts, actor.lang);
    const { approverId } = await signOffRule(tx, draft.memberId);
    if (approverId !== null && approverId !== actor.accountId) refuse('not-allowed', { because: words.notYours });
    const waiting = (await waitingSignOff(tx, id)) ?? refuse('wrong-state', { because: words.notWaiting });
    if (input.decision === 'return') return { ...NOTHING, ...waiting, state: 'returned', comment: input.comment };
    const decidedOn = dayOf(ctx.now(), JAPAN);
    const given = { approver: actor.name, approverId: actor.accountId, decidedOn, number: input.number };
    return { ...NOTHING, ...waiting, ...given, state: 'given' };
  });
}

type Work = (tx: Parameters<typeof keepSignOff>[0], draft: RequestRecord) => Promise<Omit<SignOff, 'at'>>;

/** The version looked at must be the present one: what is signed off is what was seen. */
function onDraft(ctx: Ctx, actor: Actor, id: RequestId, version: number, action: string, work: Work) {
  return changeRequest(ctx, actor, id, version, async (tx, draft) => {
    if (draft.state !== 'draft') refuse('wrong-state', { because: textsIn(signOffTexts, actor.lang).notDraft });
    const at = ctx.now();
    const kept = await work(tx, draft);
    await keepSignOff(tx, id, { ...kept, at });
    const { state, number, decidedOn } = kept;
    const details = state === 'given' ? { number, decidedOn, byAccount: kept.approverId !== null } : {};
    const reason = kept.comment || null;
    await writeHistory(tx, {
      at,
      actor,
      ...subjectOf(draft),
      action,
      principal: principalOf(actor, draft),
      reason,
      details,
    });
  });
}

/** The drafts that wait for the actor; none when the municipality has chosen somebody else to sign off. */
export function listSignOffs(ctx: Ctx, actor: Actor): Promise<{ items: WaitingDraft[] }> {
  const memberId = actor.memberId ?? refuse('not-found', {});
  return ctx.database.read(actor, async (db) => {
    const { approverId } = await signOffRule(db, memberId);
    if (approverId !== null && approverId !== actor.accountId) return { items: [] };
    const rows = await draftsWaiting(db, memberId);
    const items = rows.map(({ titleJa, titleEn, askedBy, at, ...row }) => ({
      ...row,
      title: { ja: titleJa, en: titleEn },
      askedBy: askedBy ?? '',
      at: at.toISOString(),
    }));
    return { items: items as WaitingDraft[] };
  });
}
