import { type VaultSecret, vaultSecret } from '#db/cells.ts';
import type { Who } from '#db/connect.ts';
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
