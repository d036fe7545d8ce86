import { blindIndex, type VaultSecret, vaultSecret } from '#db/cells.ts';
import type { Who } from '#db/connect.ts';
import type { IdentityInput } from '#shared/delegations/contract.ts';
import { namesKey, passportKey } from '#shared/delegations/identity.ts';
import type { Ctx } from '../context.ts';

/** What passport data are encrypted under: the installation's secret, and the former one while it is being changed. */
export function vaultSecrets({ settings }: Pick<Ctx, 'settings'>): readonly VaultSecret[] {
  const { appSecret, formerSecret } = settings;
  return [appSecret, ...(formerSecret ? [formerSecret] : [])].map(vaultSecret);
}

/** The one that new keys are wrapped by and new indexes made with. */
export function currentSecret(ctx: Pick<Ctx, 'settings'>): VaultSecret {
  return vaultSecret(ctx.settings.appSecret);
}

/** The same person, to the database in the one role that may read keys and cells. */
export function asReader({ accountId, memberId }: Who): Who {
  return { accountId, memberId, role: 'reveal' };
}

/** The program itself in that role: for erasing, and for changing keys. */
export const theReader: Who = { accountId: null, memberId: null, role: 'reveal' };

/** The keyed hashes of a passport, of this event alone. */
export function indexesOf(
  ctx: Pick<Ctx, 'settings'>,
  eventId: string,
  { passportNumber, surname, givenNames }: Pick<IdentityInput, 'passportNumber' | 'surname' | 'givenNames'>,
) {
  const secret = currentSecret(ctx);
  return {
    passportIndex: blindIndex(secret, `passport|${eventId}`, passportKey(passportNumber)),
    namesIndex: blindIndex(secret, `names|${eventId}`, namesKey(surname, givenNames)),
  };
}
