import type { Database } from '#db/connect.ts';
import { newId } from '#db/id.ts';
import { type AccountRole, findAccountByEmail, insertAccount } from '#db/queries/accounts.ts';
import { writeHistory } from '#db/queries/history.ts';
import { issueLink } from '#db/queries/sign-in-links.ts';
import { theProgram } from '#server/who.ts';
import type { Lang } from '#shared/lang.ts';
import { refuse } from '#shared/problem.ts';
import { hashOfToken, newToken } from '../secret-token.ts';

const VALID_MS = 72 * 3_600_000;

/**
 * Invites a person of the office from the terminal, where no one has signed in yet; answers the link's token.
 * Whoever has not accepted yet gets a new link; whoever has an account already is refused with `already-exists`.
 */
export async function inviteAtTerminal(
  database: Database,
  { email, role, lang }: { email: string; role: AccountRole; lang: Lang },
  now: Date,
): Promise<string> {
  const token = newToken();
  await database.write(theProgram, async (tx) => {
    const before = await findAccountByEmail(tx, email);
    if (before && (before.state !== 'invited' || before.role !== role)) refuse('already-exists', {});
    const id = before?.id ?? newId();
    if (!before) await insertAccount(tx, { id, email, name: '', role, memberId: null, lang });
    const endsAt = new Date(now.getTime() + VALID_MS);
    await issueLink(tx, { tokenHash: hashOfToken(token), accountId: id, purpose: 'invitation', at: now, endsAt });
    const entry = { subject: 'account', subjectId: id, action: 'invite', to: 'invited', details: { role } };
    await writeHistory(tx, { at: now, actor: theProgram, ...entry });
  });
  return token;
}
