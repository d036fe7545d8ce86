import type { Tx } from '#db/connect.ts';
import { newId } from '#db/id.ts';
import { AT, DUE } from './surroundings.ts';

type Ids = Record<'member' | 'account' | 'session' | 'token' | 'passkey' | 'issuerBinding' | 'factorReset', string>;

/** Somebody of a municipality with all by which they sign in, and a lost factor at the office. */
export async function ownAccount(tx: Tx, id: Ids, nth: number): Promise<void> {
  await tx
    .insertInto('account')
    .values({
      id: id.account,
      email: `someone${nth}@people.example`,
      name: `市 職員${nth}`,
      role: 'member_viewer',
      memberId: id.member,
      state: 'active',
      mailCode: true,
    })
    .execute();
  const [loser, asker] = [newId(), newId()];
  await tx
    .insertInto('account')
    .values(
      [loser, asker].map((one) => ({
        ...{ id: one, email: `${one}@office.example`, name: '事務局員', role: 'staff_admin', state: 'active' },
      })),
    )
    .execute();
  await tx
    .insertInto('factorReset')
    .values({
      ...{ id: id.factorReset, accountId: loser, requestedBy: asker },
      ...{ requestedAt: new Date(), endsAt: new Date(Date.now() + 3_600_000) },
    })
    .execute();
  await tx
    .insertInto('accountSession')
    .values({
      tokenHash: Buffer.from(id.session.replaceAll('-', ''), 'hex'),
      id: id.session,
      accountId: id.account,
      createdAt: AT,
      lastSeenAt: AT,
      idleEndsAt: DUE,
      endsAt: DUE,
    })
    .execute();
  await tx
    .insertInto('accessToken')
    .values({
      tokenHash: Buffer.alloc(32, nth),
      id: id.token,
      accountId: id.account,
      number: 1,
      name: `鍵の名前${nth}`,
      scope: 'read',
      createdAt: AT,
      endsAt: new Date(AT.getTime() + 86_400_000),
    })
    .execute();
  const bound = { issuer: 'https://issuer.example', subject: `誰か${nth}`, createdAt: AT };
  await tx
    .insertInto('issuerBinding')
    .values({ id: id.issuerBinding, accountId: id.account, ...bound })
    .execute();
  const credential = { credentialId: Buffer.alloc(16, nth), publicKey: Buffer.alloc(8, nth), signCount: 0 };
  await tx
    .insertInto('passkey')
    .values({
      ...{ id: id.passkey, accountId: id.account, number: 1, name: `端末の名前${nth}`, ...credential },
      ...{ transports: '', synced: true, createdAt: AT },
    })
    .execute();
}
