import type { Db } from '#db/connect.ts';
import { latestConsents } from '#db/queries/consents.ts';
import { eventOfIdentities, identityRows } from '#db/queries/identities.ts';
import { linksOf } from '#db/queries/identity-links.ts';
import type { IdentityStatus } from '#shared/delegations/contract.ts';
import type { Lang } from '#shared/lang.ts';
import { refuse } from '#shared/problem.ts';
import type { Ctx } from '../context.ts';
import { presentIdentity } from './present-identity.ts';

/** How far the passport data and consents of a delegation's people, or of those named, are: one event's. */
export async function identityStatuses(
  ctx: Ctx,
  db: Db,
  which: Parameters<typeof identityRows>[1],
  reader: { lang: Lang; mayCompare: boolean },
): Promise<IdentityStatus[]> {
  const rows = await identityRows(db, which, reader.mayCompare);
  const [first] = rows;
  if (!first) return [];
  const ids = rows.map((row) => row.delegateId);
  const event = await eventOfIdentities(db, first.eventId);
  const consents = await latestConsents(db, ids);
  const links = await linksOf(db, ids, ctx.realNow());
  return rows.map((row) => {
    const own = consents.filter((one) => one.delegateId === row.delegateId);
    const link = links.find((one) => one.delegateId === row.delegateId);
    return presentIdentity(ctx, row, { event, consents: own, link: link ?? null }, reader.lang);
  });
}

/** The same of one delegate, who is there. */
export async function identityStatus(ctx: Ctx, db: Db, delegateId: string, lang: Lang): Promise<IdentityStatus> {
  const [status] = await identityStatuses(ctx, db, { delegateIds: [delegateId] }, { lang, mayCompare: false });
  return status ?? refuse('not-found', {});
}
