import { expect, test } from 'vitest';
import { findActor, findActorQuickly, forgetActors } from '#server/accounts/find-actor.ts';
import { anonymous } from '#shared/actor.ts';
import { addAccount, addSession } from '#tests/support/accounts.ts';
import { nobody } from '#tests/support/database.ts';
import { useWorld } from '#tests/support/world.ts';

const world = useWorld();
const START = new Date('2026-07-01T00:00:00Z');
const after = (minutes: number, ms = 0) => new Date(START.getTime() + minutes * 60_000 + ms);
const roleAt = async (token: string, at: Date) => {
  world.realNow = at;
  return (await findActor(world.ctx, token, 'en')).role;
};

test('the account’s row says who holds a session, in one hot statement', async () => {
  const id = await addAccount(world, { email: 'hanako@city.example', lang: 'ja' });
  const { token, sessionId } = await addSession(world, id, START);
  world.realNow = after(0, 59_999);
  world.queries.length = 0;
  expect(await findActor(world.ctx, token, 'en')).toEqual({
    ...{ role: 'staff_coordinator', accountId: id, sessionId, memberId: null, name: '試験 次郎', lang: 'ja' },
    ...{ aal: 2, stepUpAt: START, owes: null, actingFor: null },
  });
  expect(world.queries.length).toBe(1);
  expect(world.queries[0]).toMatch(/^\/\* hot \*\//);
});

test('an unknown token is nobody, in the language of the browser', async () => {
  const nobodyHere = anonymous('en');
  expect(await findActor(world.ctx, 'x'.repeat(43), 'en')).toEqual(nobodyHere);
  world.queries.length = 0;
  expect(await findActor(world.ctx, null, 'en')).toEqual(nobodyHere);
  expect(world.queries).toEqual([]);
});

test('an unused session ends after half an hour at the office and an hour elsewhere, a used one after twelve', async () => {
  const manager = await world.as({ role: 'member_manager' });
  const office = await addAccount(world, { email: 'staff@office.example' });
  const { memberId } = manager.actor;
  const member = await addAccount(world, { email: 'hanako@city.example', role: 'member_editor', memberId });
  const [staff, hanako] = [await addSession(world, office, START), await addSession(world, member, START)];
  expect(await roleAt(staff.token, after(29))).toBe('staff_coordinator');
  expect(await roleAt(staff.token, after(58))).toBe('staff_coordinator');
  expect(await roleAt(staff.token, after(88))).toBe('anonymous');
  expect(await roleAt(hanako.token, after(59))).toBe('member_editor');
  for (let minute = 110; minute < 720; minute += 50) {
    expect(await roleAt(hanako.token, after(minute))).toBe('member_editor');
  }
  expect(await roleAt(hanako.token, after(719))).toBe('member_editor');
  expect(await roleAt(hanako.token, after(720))).toBe('anonymous');
});

test('using a session is written down once a minute at most, also by calls at once', async () => {
  const { token } = await addSession(world, await addAccount(world, { email: 'hanako@city.example' }), START);
  const writes = () => world.queries.filter((text) => /^update/.test(text)).length;
  world.queries.length = 0;
  await roleAt(token, after(0, 59_000));
  expect(writes()).toBe(0);
  await roleAt(token, after(1));
  await roleAt(token, after(1, 59_000));
  expect(writes()).toBe(1);
  const seen = await world.database.read(nobody, (db) =>
    db.selectFrom('accountSession').select('lastSeenAt').execute(),
  );
  expect(seen).toEqual([{ lastSeenAt: after(1) }]);
});

test('whoever is suspended is nobody at once, and for the quick way within a second', async () => {
  const id = await addAccount(world, { email: 'hanako@city.example' });
  const { token } = await addSession(world, id, START);
  forgetActors();
  const quickly = async (at: Date) => {
    world.realNow = at;
    return (await findActorQuickly(world.ctx, token, 'ja')).role;
  };
  expect(await quickly(START)).toBe('staff_coordinator');
  await world.database.write(nobody, (tx) => tx.updateTable('account').set({ state: 'suspended' }).execute());
  expect(await roleAt(token, after(0, 1))).toBe('anonymous');
  world.queries.length = 0;
  expect(await quickly(after(0, 799))).toBe('staff_coordinator');
  expect(world.queries).toEqual([]);
  expect(await quickly(after(0, 800))).toBe('anonymous');
});
