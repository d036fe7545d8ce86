import { expect, test } from 'vitest';
import type { Method, Operation, OperationKey } from '#shared/operation.ts';
import { operations } from '#shared/operations.ts';
import { scopeOf } from '#shared/permission.ts';
import { addAccount, codeOf } from '../support/accounts.ts';
import { twoMembers } from '../support/builders/two-members.ts';
import { nobody } from '../support/database.ts';
import { SAMPLES } from '../support/matrix-samples.ts';
import { browser } from '../support/second-factor.ts';
import { useWorld } from '../support/world.ts';

const world = useWorld();
const all = Object.entries(operations) as [OperationKey, Operation][];

/** Everything a session may reach that still owes a second factor, and nobody in particular may not. */
const REACHED = {
  code: ['POST /api/auth/mail-code', 'POST /api/auth/passkey-proof', 'POST /api/auth/passkey-proof/challenge'],
  'set-up': [
    'POST /api/auth/passkeys',
    'POST /api/auth/passkeys/challenge',
    'POST /api/auth/totp',
    'POST /api/auth/totp/confirmation',
  ],
};

test.each(['code', 'set-up'] as const)(
  'a session that owes the %s reaches no operation with data',
  async (owes) => {
    const two = await twoMembers(world.database);
    const email = 'staff@office.example';
    await addAccount(world, { email, role: 'staff_coordinator' });
    if (owes === 'code') {
      await world.database.write(nobody, (tx) =>
        tx.updateTable('account').set({ totpAt: new Date() }).where('email', '=', email).execute(),
      );
    }
    const reached: string[] = [];
    for (const [key, operation] of all) {
      const open = scopeOf('anonymous', operation.action) !== 'none';
      const at = browser(world);
      await at.signIn(email);
      const sample = SAMPLES[key as keyof typeof SAMPLES];
      const [method, template] = key.split(' ') as [Method, string];
      const ids = sample.path?.(two.ours, two.around) ?? [];
      const path = ids.reduce((address, id) => address.replace(/:\w+/, id), template) + (sample.query ?? '');
      const headers = { cookie: `cop_s=${at.token}`, 'sec-fetch-site': 'same-origin', 'if-match': '"1"' };
      const body = sample.body?.(two);
      const answer =
        method === 'GET'
          ? await world.public.get(path, headers)
          : method === 'DELETE'
            ? await world.public.del(path, headers)
            : await { POST: world.public.post, PUT: world.public.put, PATCH: world.public.patch }[method](
                path,
                body,
                headers,
              );
      if (!open && codeOf(answer) !== 'second-factor-required') reached.push(key);
    }
    expect(reached.sort()).toEqual(REACHED[owes]);
    expect(all.filter(([, { action }]) => scopeOf('anonymous', action) === 'none').length).toBeGreaterThan(80);
  },
  180_000,
);
