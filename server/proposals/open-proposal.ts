import type { Db, Tx } from '#db/connect.ts';
import { callsWhere } from '#db/queries/calls.ts';
import {
  lockProposals,
  type ProposalRecord,
  rankedProposals,
  requestsBehind,
  reviewsOf,
} from '#db/queries/proposals.ts';
import { lockRequest, type RequestRecord } from '#db/queries/requests.ts';
import type { Actor } from '#shared/actor.ts';
import { answerInWords } from '#shared/calls/answers.ts';
import type { CriterionId, RequestId } from '#shared/ids.ts';
import { refuse } from '#shared/problem.ts';
import type { ProposalView } from '#shared/proposals/contract.ts';
import { SpeakingDetails } from '#shared/requests/kinds/speaking.ts';

export type Opened = { proposals: ProposalRecord[]; requests: Map<string, RequestRecord> };

/**
 * Locks what stands behind proposals: first the requests, theirs and those joint with them, then the proposals, each in
 * the order of their ids. Refuses `not-found` when one of them is not there.
 */
export async function openProposals(tx: Tx, actor: Actor, ids: readonly string[]): Promise<Opened> {
  const requests = new Map<string, RequestRecord>();
  for (const { requestId } of await requestsBehind(tx, ids)) {
    const request = await lockRequest(tx, actor, requestId as RequestId);
    if (request) requests.set(requestId, request);
  }
  const proposals = await lockProposals(tx, ids);
  if (proposals.length < new Set(ids).size) refuse('not-found', {});
  return { proposals, requests };
}

/** One proposal, locked, at the version the caller looked at when they say which. */
export async function openProposal(tx: Tx, actor: Actor, id: string, version?: number): Promise<ProposalRecord> {
  const [found] = (await openProposals(tx, actor, [id])).proposals;
  const proposal = found ?? refuse('not-found', {});
  if (version !== undefined && proposal.version !== version) {
    refuse('changed-meanwhile', {}, { current: await wholeProposal(tx, actor, id) });
  }
  return proposal;
}

/** A proposal with its answers and as many reviews as the reader may see. */
export async function wholeProposal(db: Db, actor: Actor, id: string): Promise<ProposalView> {
  const [found] = await rankedProposals(db, actor.accountId ?? '', { id }, {}, 1, null);
  const { row, details } = found ?? refuse('not-found', {});
  const parsed = SpeakingDetails.parse(details);
  const reviews = await reviewsOf(db, id);
  const callId = parsed.callId ?? null;
  const [call] = callId ? await callsWhere(db, { id: callId }, { memberId: null }, null) : [];
  const hidden = row.mean === null && row.reviews > 0;
  return {
    ...row,
    abstract: { ja: parsed.abstractJa, en: parsed.abstractEn },
    answers: (call?.questions ?? []).map((question) => ({
      label: question.label,
      answer: answerInWords(
        question,
        parsed.callAnswers.find((one) => one.questionId === question.id),
      ),
    })),
    hidden,
    all: reviews
      .filter((one) => !hidden || one.accountId === actor.accountId)
      .map(({ accountId, at, mark, scores, author, comment }) => ({
        ...{ author, comment, mine: accountId === actor.accountId, mark: Number(mark), at: at.toISOString() },
        scores: scores.map((one) => ({ ...one, criterionId: one.criterionId as CriterionId })),
      })),
  };
}
