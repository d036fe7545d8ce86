import type { Db } from '#db/connect.ts';
import { identityRows } from '#db/queries/identities.ts';
import { viewingRows } from '#db/queries/identity-page.ts';
import type { Actor, Role } from '#shared/actor.ts';
import type { IdentityViewing } from '#shared/delegations/contract.ts';
import type { IdentityField, RevealPurpose } from '#shared/delegations/identity.ts';
import type { DelegateId } from '#shared/ids.ts';
import type { Lang } from '#shared/lang.ts';
import { refuse } from '#shared/problem.ts';
import { roleNames } from '#shared/role-texts.ts';
import type { Ctx } from '../context.ts';
import { refuseUnreached } from '../reach.ts';

/** Who has looked at a delegate's passport data, the latest first. */
export function listViewings(ctx: Ctx, actor: Actor, id: DelegateId): Promise<IdentityViewing[]> {
  return ctx.database.read(actor, async (db) => {
    const [row] = await identityRows(db, { delegateIds: [id] }, false);
    if (!row) refuse('not-found', {});
    refuseUnreached(actor, 'identity.read', row.memberId);
    return viewingsOf(db, id, actor.lang);
  });
}

/** The same, when it is known that the reader may know. */
export async function viewingsOf(db: Db, delegateId: string, lang: Lang): Promise<IdentityViewing[]> {
  const rows = await viewingRows(db, delegateId);
  return rows.map(({ at, name, actorRole, details }) => {
    const { fields, purpose } = details as { fields: IdentityField[]; purpose: RevealPurpose };
    const role = roleNames[lang][actorRole as Role];
    return { at: at.toISOString(), by: name ? `${name} · ${role}` : role, fields, purpose };
  });
}
