import { answerableFor, certificates, namesOfAccounts } from '#db/queries/purges.ts';
import type { Actor } from '#shared/actor.ts';
import type { CertificateId, CertificateView } from '#shared/delegations/retention.ts';
import { refuse } from '#shared/problem.ts';
import type { Ctx } from '../context.ts';
import { ownOnly, refuseUnreached } from '../reach.ts';
import { presentCertificate } from './present-retention.ts';
import { theReader } from './vault-secrets.ts';

/** What has been erased, by municipality: for a member their own. */
export async function listCertificates(ctx: Ctx, actor: Actor): Promise<CertificateView[]> {
  const memberId = ownOnly(actor, 'certificate.read');
  const rows = await ctx.database.read(actor, (db) => certificates(db, { memberId }));
  const ids = [...new Set(rows.map((row) => row.purgeId))];
  const purges = await ctx.database.read(theReader, (db) => answerableFor(db, ids));
  const named = purges.map((purge) => ({ ...purge, requesterName: null, approverName: null }));
  return rows.map((row) => presentCertificate(row, named));
}

/** One certificate, for reading and printing, with the names of the two who answered for it. */
export async function readCertificate(ctx: Ctx, actor: Actor, id: CertificateId): Promise<CertificateView> {
  const [row] = await ctx.database.read(actor, (db) => certificates(db, { id }));
  if (!row) refuse('not-found', {});
  refuseUnreached(actor, 'certificate.read', row.memberId);
  const [purge] = await ctx.database.read(theReader, (db) => answerableFor(db, [row.purgeId]));
  if (!purge) return presentCertificate(row, []);
  const ids = [purge.requestedBy, purge.approvedBy].filter((one) => one !== null);
  const names = await ctx.database.read(actor, (db) => namesOfAccounts(db, ids));
  const nameOf = (account: string | null) => names.find((one) => one.id === account)?.name ?? null;
  const answered = { requesterName: nameOf(purge.requestedBy), approverName: nameOf(purge.approvedBy) };
  return presentCertificate(row, [{ id: purge.id, kind: purge.kind, ...answered }]);
}
