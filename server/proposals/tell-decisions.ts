import type { Tx } from '#db/connect.ts';
import { heldDecisions, type ProposalRecord, requestsBehind, updateProposals } from '#db/queries/proposals.ts';
import type { RequestRecord } from '#db/queries/requests.ts';
import type { Actor } from '#shared/actor.ts';
import type { CallId, ProposalId } from '#shared/ids.ts';
import { inLang } from '#shared/lang.ts';
import { mailText } from '#shared/notifications/mail.ts';
import { ProblemError, refuse } from '#shared/problem.ts';
import type { Decision, TellInput, TellingView } from '#shared/proposals/contract.ts';
import { proposalTexts } from '#shared/proposals/texts.ts';
import type { RequestState } from '#shared/requests/lifecycle.ts';
import { type RequestMail, requestMails } from '#shared/requests/mails.ts';
import { whyNotNow } from '#shared/requests/policy.ts';
import { textsIn } from '#shared/text.ts';
import { wholeCall } from '../calls/read-calls.ts';
import type { Ctx } from '../context.ts';
import { type DeskAction, deskStep } from '../requests/desk-steps.ts';
import { confirmPartnerTrial, dropTrial } from './keep-trial.ts';
import { openProposals } from './open-proposal.ts';
import { recordProposal } from './record-proposal.ts';

const STEP = { accept: 'approve', decline: 'decline', waitlist: 'waitlist' } as const satisfies Record<
  Decision,
  DeskAction
>;
const MAIL = {
  accept: 'request.approved',
  decline: 'request.declined',
  waitlist: 'request.waitlisted',
} as const satisfies Record<Decision, RequestMail>;

/** What telling the held decisions of a call would mail, to whom, in both languages. */
export function previewTelling(ctx: Ctx, actor: Actor, callId: CallId): Promise<TellingView> {
  const { publicUrl } = ctx.settings;
  return ctx.database.read(actor, async (db) => {
    await wholeCall(ctx, db, actor, callId);
    const rows = await heldDecisions(db, callId);
    const items = rows.map(({ told, titleJa, titleEn, ...row }) => ({
      ...{ id: row.id as ProposalId, version: row.version, decision: row.decision, reason: row.reason },
      title: { ja: titleJa, en: titleEn },
      whyNot: told.map((one) => whyNotTell(actor, one.state as RequestState, row.decision)).find((one) => one) ?? null,
      mails: told.map(({ nameJa, nameEn, reference, requestId, to }) => {
        const params = { reference, kind: 'speaking', path: `/requests/${requestId}` };
        const template = requestMails[MAIL[row.decision]];
        return {
          ...{ organisation: { ja: nameJa, en: nameEn }, reference, to },
          ja: mailText(template, params, 'ja', publicUrl),
          en: mailText(template, params, 'en', publicUrl),
        };
      }),
    }));
    return { items };
  });
}

function whyNotTell(actor: Actor, state: RequestState, decision: Decision): string | null {
  return whyNotNow({ kind: 'speaking', state, turn: 'desk' }, STEP[decision], actor.lang);
}

/**
 * Tells held decisions, all of them or none: each request takes its step with the covering text in its conversation,
 * joint ones together, and the mails wait in the same transaction.
 */
export function tellDecisions(
  ctx: Ctx,
  actor: Actor,
  callId: CallId,
  { items, words }: TellInput,
): Promise<{ told: number; mails: number }> {
  const ids = [...new Set<string>(items.map((one) => one.id))];
  return ctx.database.write(actor, async (tx) => {
    await wholeCall(ctx, tx, actor, callId);
    const behind = await requestsBehind(tx, ids);
    const { proposals, requests } = await openProposals(tx, actor, ids);
    let mails = 0;
    for (const proposal of proposals) {
      const decision = heldOf(actor, callId, proposal, items);
      const theirs = behind.filter((one) => one.leadId === proposal.id).map((one) => requests.get(one.requestId));
      const ordered = theirs.filter((one) => one !== undefined).sort((one) => (one.id === proposal.requestId ? -1 : 1));
      // Parts first: when the one that leads is settled with a session, theirs stand ready to follow it.
      for (const request of ordered.reverse()) {
        await tellOne(ctx, tx, actor, request, proposal, decision, words[decision]);
        mails += 1;
      }
      if (proposal.partnerId && decision === 'accept') await confirmPartnerTrial(ctx, tx, actor, proposal);
      if (proposal.partnerId && decision === 'decline' && (await dropTrial(ctx, tx, actor, proposal))) {
        await updateProposals(tx, [proposal.id], { sessionId: null });
      }
      await updateProposals(tx, [proposal.id], { toldAt: ctx.now(), reason: proposal.reason });
      await recordProposal(ctx, tx, actor, proposal, { action: 'tell', to: decision, reason: proposal.reason || null });
    }
    return { told: proposals.length, mails };
  });
}

function heldOf(actor: Actor, callId: string, proposal: ProposalRecord, items: TellInput['items']): Decision {
  const asked = items.find((one) => one.id === proposal.id);
  if (proposal.callId !== callId) refuse('not-found', {});
  if (asked?.version !== proposal.version) refuse('changed-meanwhile', {});
  if (!proposal.decision || proposal.toldAt || proposal.leadId || proposal.withdrawnAt) {
    return refuse('wrong-state', { because: textsIn(proposalTexts, actor.lang).notHeld });
  }
  return proposal.decision;
}

async function tellOne(
  ctx: Ctx,
  tx: Tx,
  actor: Actor,
  request: RequestRecord,
  { reason }: ProposalRecord,
  decision: Decision,
  covering: { ja: string; en: string },
): Promise<void> {
  const because = decision === 'decline' ? reason : '';
  const body = [covering.ja, covering.en, because].filter((part) => part !== '').join('\n\n');
  const text = body === '' ? {} : { body };
  await deskStep(ctx, tx, actor, request, STEP[decision], { ...text, ...(because ? { reason: because } : {}) }).catch(
    (error: unknown) => {
      if (!(error instanceof ProblemError) || error.code !== 'wrong-state') throw error;
      // Which of the many it was, so that it can be left out.
      const { because: why = '' } = error.params as { because?: string };
      refuse('wrong-state', {
        because: inLang({ ja: `${request.reference}：${why}`, en: `${request.reference}: ${why}` }, actor.lang).text,
      });
    },
  );
}
