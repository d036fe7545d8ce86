import { expect, test } from 'vitest';
import { resealFactors } from '#server/accounts/reseal-factors.ts';
import { openSecret, sealSecret } from '#server/accounts/seal-secret.ts';
import { cellOf } from '#server/accounts/spend-code.ts';
import { addAccount } from '#tests/support/accounts.ts';
import { nobody } from '#tests/support/database.ts';
import { useWorld } from '#tests/support/world.ts';

const world = useWorld();
const NEXT = 'the next secret, which is long enough too';

test('an app that nobody has used since the secret was changed works without the former one', async () => {
  const id = await addAccount(world, { email: 'hanako@office.example' });
  const { appSecret } = world.ctx.settings;
  const secret = sealSecret(appSecret, cellOf(id), 'KEYKEYKEY');
  await world.database.write(nobody, (tx) =>
    tx.insertInto('accountTotp').values({ accountId: id, state: 'active', secret, createdAt: world.now }).execute(),
  );
  const ctx = { ...world.ctx, database: world.database, settings: { ...world.ctx.settings } };
  Object.assign(ctx.settings, { appSecret: NEXT, formerSecret: appSecret });
  expect(await resealFactors(ctx)).toBe(1);
  const [row] = await world.database.read(nobody, (db) => db.selectFrom('accountTotp').select('secret').execute());
  expect(openSecret(NEXT, cellOf(id), row?.secret ?? Buffer.alloc(0))).toBe('KEYKEYKEY');
  expect(() => openSecret(appSecret, cellOf(id), row?.secret ?? Buffer.alloc(0))).toThrow();
});
