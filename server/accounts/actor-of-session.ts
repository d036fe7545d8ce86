import type { FoundSession } from '#db/queries/account-sessions.ts';
import { owedBy } from '#shared/accounts/second-factor.ts';
import { type Actor, anonymous } from '#shared/actor.ts';

/** Who a session's holder is to the program: nobody in particular, but for their id, while something is owed. */
export function actorOfSession(session: Omit<FoundSession, 'lastSeenAt'>): Actor {
  const { demo, totp, mailCode, passkey, ...rest } = session;
  const owes = owedBy({ demo, totp, mailCode, passkey, role: session.role, aal: session.aal });
  if (owes === null) return { ...rest, owes };
  const { accountId, sessionId, aal, stepUpAt, lang } = rest;
  return { ...anonymous(lang), accountId, sessionId, aal, stepUpAt, owes };
}
