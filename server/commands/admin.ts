import { parseArgs } from 'node:util';
import { z } from 'zod';
import { migrate } from '#db/migrate.ts';
import { inviteAtTerminal } from '#server/accounts/invite-at-terminal.ts';
import { OFFICE_ROLES } from '#shared/actor.ts';
import { Lang } from '#shared/lang.ts';
import { ProblemError } from '#shared/problem.ts';
import { Email } from '#shared/shapes.ts';
import { withDatabase } from './with-database.ts';

const Invitation = z.object({ email: Email, role: z.enum(OFFICE_ROLES), lang: Lang.default('ja') });

const invitation = invitationFrom(process.argv.slice(2));
await withDatabase(async (database, config) => {
  await migrate(database);
  const token = await inviteAtTerminal(database, invitation, new Date()).catch(nullWhenThere);
  if (token === null) {
    process.exitCode = 1;
    return `${invitation.email} は、すでに登録されています。 / ${invitation.email} has an account already.`;
  }
  return [
    `${invitation.email} を招待しました。次のリンクを72時間以内に1回だけ開けます。`,
    `Invited ${invitation.email}. This link works once, within 72 hours:`,
    '',
    `  ${config.publicUrl}/invitation#t=${token}`,
    '',
  ].join('\n');
});

function invitationFrom(words: string[]): z.output<typeof Invitation> {
  const options = { role: { type: 'string' }, lang: { type: 'string' } } as const;
  try {
    const { values, positionals } = parseArgs({ args: words, options, allowPositionals: true });
    const [command, email, ...rest] = positionals;
    if (command === 'invite' && rest.length === 0) return Invitation.parse({ email, ...values });
  } catch {
    // Whatever does not fit is answered by how it should be.
  }
  console.error(`使い方 / Usage: npm run admin -- invite MAIL --role ${OFFICE_ROLES.join('|')} [--lang ja|en]`);
  process.exit(1);
}

function nullWhenThere(error: unknown): null {
  if (error instanceof ProblemError && error.code === 'already-exists') return null;
  throw error;
}
