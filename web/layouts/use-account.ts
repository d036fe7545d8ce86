import { type Actor, UNPROVED } from '#shared/actor.ts';
import type { Lang } from '#shared/lang.ts';
import { type Me, useMe } from '../query.ts';

/** The signed-in person as the policies know an actor, so that the screen asks the same questions as the server. */
export function actorOf(account: NonNullable<Me['account']>, lang: Lang): Actor {
  return {
    role: account.role,
    accountId: account.id,
    sessionId: null,
    memberId: account.memberId,
    name: account.name,
    lang,
    ...UNPROVED,
  };
}

/** The actor for policies on screen; null while nobody is signed in. */
export function useActor(): Actor | null {
  const account = useMe()?.account;
  return account ? actorOf(account, account.lang) : null;
}
