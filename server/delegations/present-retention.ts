import type { CertificateRow, PurgeRow } from '#db/queries/purges.ts';
import type { HoldRow } from '#db/queries/vault-holds.ts';
import type { Actor } from '#shared/actor.ts';
import {
  APPROVAL_HOURS,
  type CertificateId,
  type CertificateView,
  type HoldId,
  type HoldView,
  type PurgeId,
  type PurgeKind,
  type PurgeLine,
  type PurgeView,
} from '#shared/delegations/retention.ts';
import { retentionTexts } from '#shared/delegations/retention-texts.ts';
import type { EventId, OrganisationId } from '#shared/ids.ts';
import { whyNot } from '#shared/permission.ts';
import { textsIn } from '#shared/text.ts';

const HOUR_MS = 3_600_000;

/** A purge as it stands for a reader, who may be the one to approve it. */
export function presentPurge(row: PurgeRow, actor: Actor, now: Date, held: PurgeView['held']): PurgeView {
  const approveBy = new Date(row.requestedAt.getTime() + APPROVAL_HOURS * HOUR_MS);
  const state = stateOf(row, approveBy, now);
  return {
    ...{ id: row.id as PurgeId, kind: row.kind as PurgeKind, state, report: row.report as PurgeLine[] },
    requestedBy: row.requesterName ?? '',
    requestedAt: row.requestedAt.toISOString(),
    approveBy: approveBy.toISOString(),
    approvedBy: row.approverName,
    approvedAt: row.approvedAt?.toISOString() ?? null,
    doneAt: row.doneAt?.toISOString() ?? null,
    held,
    whyNotApprove: whyNotApprove(row, state, actor),
  };
}

function stateOf(row: PurgeRow, approveBy: Date, now: Date): PurgeView['state'] {
  if (row.doneAt) return 'done';
  if (row.approvedAt) return 'approved';
  if (row.cancelledAt) return 'cancelled';
  return now > approveBy ? 'expired' : 'waiting';
}

function whyNotApprove(row: PurgeRow, state: PurgeView['state'], actor: Actor): string | null {
  const say = textsIn(retentionTexts, actor.lang).refusals;
  const permitted = whyNot(actor, 'retention.approve');
  if (permitted) return permitted;
  if (state !== 'waiting') return say.notWaiting;
  return row.requestedBy === actor.accountId ? say.twoPeople : null;
}

/** A hold as it stands for a reader, who may be the one to agree to its end. */
export function presentHold(row: HoldRow, actor: Actor, now: Date): HoldView {
  const say = textsIn(retentionTexts, actor.lang).refusals;
  const until = row.endAskedAt && new Date(row.endAskedAt.getTime() + APPROVAL_HOURS * HOUR_MS);
  const waiting = until !== null && now <= until && row.endedAt === null;
  const permitted = whyNot(actor, 'retention.end-hold');
  const notEnding = row.endAskedBy === actor.accountId ? say.twoPeople : null;
  return {
    ...{ id: row.id as HoldId, memberId: row.memberId as OrganisationId, reason: row.reason },
    member: { ja: row.nameJa, en: row.nameEn },
    ...{ placedBy: row.placerName ?? '', placedAt: row.placedAt.toISOString() },
    ending: waiting ? { askedBy: row.askerName ?? '', agreeBy: until.toISOString() } : null,
    whyNotAsk: permitted ?? (row.endedAt || waiting ? say.notHeld : null),
    whyNotEnd: permitted ?? (waiting ? notEnding : say.notWaiting),
  };
}

/** A certificate with the names of the two who answered for it, as far as the reader may know the purge. */
export function presentCertificate(
  row: CertificateRow,
  purges: readonly Pick<PurgeRow, 'id' | 'kind' | 'requesterName' | 'approverName'>[],
): CertificateView {
  const purge = purges.find((one) => one.id === row.purgeId);
  return {
    ...{ id: row.id as CertificateId, kind: (purge?.kind ?? 'event') as PurgeKind, eventId: row.eventId as EventId },
    event: { ja: row.eventJa, en: row.eventEn },
    member: { ja: row.nameJa, en: row.nameEn },
    counts: row.counts as CertificateView['counts'],
    ...{ keyIds: row.keyIds, doneAt: row.doneAt.toISOString(), historyHead: row.historyHead },
    ...{ requestedBy: purge?.requesterName ?? '', approvedBy: purge?.approverName ?? '' },
  };
}
