import { parseArgs } from 'node:util';
import { z } from 'zod';
import { migrate } from '#db/migrate.ts';
import type { Place } from '#server/accounts/history-chain.ts';
import { inviteAtTerminal } from '#server/accounts/invite-at-terminal.ts';
import { resealFactors } from '#server/accounts/reseal-factors.ts';
import { resetAtTerminal } from '#server/accounts/reset-at-terminal.ts';
import { verifyHistory } from '#server/accounts/verify-history.ts';
import type { Ctx } from '#server/context.ts';
import { rotateKeys } from '#server/delegations/rotate-keys.ts';
import { OFFICE_ROLES } from '#shared/actor.ts';
import { Lang } from '#shared/lang.ts';
import { ProblemError } from '#shared/problem.ts';
import { Email } from '#shared/shapes.ts';
import { rotationTexts } from './rotation-texts.ts';
import { verdictText } from './verdict-texts.ts';
import { withDatabase } from './with-database.ts';

const Invitation = z.object({ email: Email, role: z.enum(OFFICE_ROLES), lang: Lang.default('ja') });
const USAGE = [
  `使い方 / Usage: npm run admin -- invite MAIL --role ${OFFICE_ROLES.join('|')} [--lang ja|en]`,
  '                npm run admin -- reset-factor MAIL',
  '                npm run admin -- verify-history [--head NUMBER:HASH]',
  '                npm run admin -- rotate-keys',
].join('\n');
const OPTIONS = { role: { type: 'string' }, lang: { type: 'string' }, head: { type: 'string' } } as const;

const work = workFrom(process.argv.slice(2));
if (work) await work();
else {
  console.error(USAGE);
  process.exit(1);
}

/** What the words ask for, or null when they do not fit. */
function workFrom(words: string[]): (() => Promise<void>) | null {
  try {
    const { values, positionals } = parseArgs({ args: words, options: OPTIONS, allowPositionals: true });
    const { head, ...about } = values;
    const [command, email, ...rest] = positionals;
    if (command === 'invite' && rest.length === 0 && head === undefined) {
      const invitation = Invitation.parse({ email, ...about });
      return () => invite(invitation);
    }
    if (command === 'reset-factor' && positionals.length === 2 && Object.keys(values).length === 0) {
      const address = Email.parse(email);
      return () => resetFactor(address);
    }
    if (command === 'rotate-keys' && words.length === 1) return rotate;
    if (command === 'verify-history' && positionals.length === 1) {
      const noted = head === undefined ? null : notedHead(head);
      return () => verify(noted);
    }
  } catch {
    // Whatever does not fit is answered by how it should be.
  }
  return null;
}

function notedHead(text: string): Place {
  const [, seq, hash] = /^(\d{1,15}):([\da-f]{64})$/.exec(text) ?? [];
  if (!seq || !hash) throw new Error('not a head');
  return { seq: Number(seq), hash };
}

function verify(noted: Place | null): Promise<void> {
  return withDatabase(async (database) => {
    const verdict = await verifyHistory(database, noted);
    if (verdict.broken) process.exitCode = 1;
    return verdictText(verdict);
  });
}

/** Ctrl+C stops after the step at hand; asked again it goes on from there. */
function rotate(): Promise<void> {
  const stopping = new AbortController();
  process.once('SIGINT', () => stopping.abort());
  process.once('SIGTERM', () => stopping.abort());
  return withDatabase(async (database, config) => {
    await migrate(database);
    const now = () => new Date();
    const ctx: Ctx = { database, now, realNow: now, settings: config, followers: [], settlers: [] };
    const onProgress = (done: number, all: number) => console.error(rotationTexts.progress(done, all));
    const rotated = await rotateKeys(ctx, { signal: stopping.signal, onProgress });
    if (!rotated.done) {
      process.exitCode = 1;
      return rotationTexts.stopped(rotated);
    }
    const apps = config.formerSecret === null ? 0 : await resealFactors(ctx);
    return rotationTexts.done(rotated, apps);
  });
}

function invite(invitation: z.output<typeof Invitation>): Promise<void> {
  return withDatabase(async (database, config) => {
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
}

const NOT_RESET = {
  'not-found': ['というアカウントはありません。', 'No account has this address:'],
  'wrong-state': ['には、取り消す2段階の確認がありません。', 'There is no second step to take away from'],
} as const;

function resetFactor(email: string): Promise<void> {
  return withDatabase(async (database) => {
    await migrate(database);
    const refused = await resetAtTerminal(database, email, new Date()).then(() => null, codeOfRefusal);
    if (refused) {
      process.exitCode = 1;
      return `${email} ${NOT_RESET[refused][0]} / ${NOT_RESET[refused][1]} ${email}`;
    }
    return [
      `${email} の2段階の確認を取り消しました。認証アプリ、パスキー、回復コード、アクセストークン、サインインはすべて無効です。`,
      `The second step of ${email} is taken away: authenticator app, passkeys, recovery codes, access tokens and sessions are over.`,
      'パスワードでサインインし、もう一度設定してください。 / Sign in with the password, and set it up again.',
    ].join('\n');
  });
}

function codeOfRefusal(error: unknown): keyof typeof NOT_RESET {
  if (error instanceof ProblemError && (error.code === 'not-found' || error.code === 'wrong-state')) return error.code;
  throw error;
}

function nullWhenThere(error: unknown): null {
  if (error instanceof ProblemError && error.code === 'already-exists') return null;
  throw error;
}
