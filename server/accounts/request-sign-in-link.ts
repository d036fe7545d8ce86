import { setTimeout as wait } from 'node:timers/promises';
import { newId } from '#db/id.ts';
import { findAccountByEmail } from '#db/queries/accounts.ts';
import { enqueueMail } from '#db/queries/enqueue-mail.ts';
import { countTry } from '#db/queries/sign-in-tries.ts';
import { atTheDoor } from '#server/who.ts';
import type { Actor } from '#shared/actor.ts';
import type { Ctx } from '../context.ts';
import { limitTries } from './limit-tries.ts';

/** An answer takes this many milliseconds at least: longer than the work, whether or not there is a mail to write. */
const AT_LEAST_MS = 400;

/** Mails a sign-in link. Every address gets the same answer in the same time, so that none can be found out. */
export async function requestSignInLink(ctx: Ctx, _actor: Actor, { email }: { email: string }): Promise<void> {
  const at = ctx.realNow();
  const mailed = ctx.database.write(atTheDoor, async (tx) => {
    await limitTries(tx, 'link', email, at);
    const account = await findAccountByEmail(tx, email);
    if (account?.state === 'active') {
      const params = { path: '/sign-in/link', link: 'sign_in' };
      await enqueueMail(tx, { to: [account.id], template: 'account.sign-in-link', params, at });
    } else await countTry(tx, `none ${newId()}`, at, 1);
  });
  await Promise.all([mailed, wait(AT_LEAST_MS)]);
}
