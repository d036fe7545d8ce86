import { createHash, randomBytes } from 'node:crypto';
import { newId } from '#db/id.ts';
import type { AccountRole, AccountState } from '#db/queries/accounts.ts';
import type { LinkPurpose } from '#db/queries/sign-in-links.ts';
import { hashPassword } from '#server/accounts/password.ts';
import { absoluteEnd, idleEnd } from '#server/accounts/session-times.ts';
import { nobody } from './database.ts';
import type { Answer, World } from './world.ts';

export const PASSWORD = 'a long enough password';

type NewPerson = {
  email: string;
  role?: AccountRole;
  memberId?: string | null;
  state?: AccountState;
  password?: string | null;
  lang?: 'ja' | 'en';
  demo?: boolean;
};

/** An account with a password; members' roles need a `memberId`. Answers its id. */
export async function addAccount(world: World, person: NewPerson): Promise<string> {
  const id = newId();
  const password = person.password === undefined ? PASSWORD : person.password;
  const passwordHash = password === null ? null : await hashPassword(password);
  await world.database.write(nobody, (tx) =>
    tx
      .insertInto('account')
      .values({
        id,
        email: person.email,
        name: '試験 次郎',
        role: person.role ?? 'staff_coordinator',
        memberId: person.memberId ?? null,
        state: person.state ?? 'active',
        lang: person.lang ?? 'ja',
        demo: person.demo ?? false,
        passwordHash,
      })
      .execute(),
  );
  return id;
}

/** A link as a mail would carry it. Answers the token. */
export async function addLink(world: World, accountId: string, purpose: LinkPurpose, endsAt: Date): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  const tokenHash = createHash('sha256').update(token).digest();
  await world.database.write(nobody, (tx) =>
    tx.insertInto('signInLink').values({ tokenHash, accountId, purpose, createdAt: new Date(), endsAt }).execute(),
  );
  return token;
}

/** The session's token in a `set-cookie`, or null. */
export function cookieOf(answer: Answer<unknown>): string | null {
  return /^cop_s=([\w-]+);/.exec(answer.headers.get('set-cookie') ?? '')?.[1] ?? null;
}

/** The headers of a browser that holds a session. */
export function holding(token: string | null): Record<string, string> {
  return { cookie: `cop_s=${token}`, 'sec-fetch-site': 'same-origin' };
}

/** The code of a refusal, or null. */
export function codeOf(answer: Answer<unknown>): string | null {
  const { type } = (answer.body ?? {}) as { type?: string };
  return type?.replace('/problems/', '') ?? null;
}

/** A session as a sign-in would begin it. */
export async function addSession(
  world: World,
  accountId: string,
  at: Date,
  token = randomBytes(32).toString('base64url'),
) {
  const sessionId = newId();
  const office = await world.database.read(nobody, (db) =>
    db.selectFrom('account').select('memberId').where('id', '=', accountId).executeTakeFirstOrThrow(),
  );
  await world.database.write(nobody, (tx) =>
    tx
      .insertInto('accountSession')
      .values({
        ...{ id: sessionId, accountId, createdAt: at, lastSeenAt: at },
        tokenHash: createHash('sha256').update(token).digest(),
        idleEndsAt: idleEnd(at, office.memberId === null),
        endsAt: absoluteEnd(at),
        ...{ aal: 2, secondFactor: 'totp', stepUpAt: at },
      })
      .execute(),
  );
  return { token, sessionId };
}
