import { sql } from 'kysely';
import { expect, test } from 'vitest';
import type { Tx } from '#db/connect.ts';
import { newId } from '#db/id.ts';
import type { DelegationView } from '#shared/delegations/contract.ts';
import { codeOf } from '#tests/support/accounts.ts';
import { nobody } from '#tests/support/database.ts';
import { addDelegation } from '#tests/support/delegations.ts';
import { addEvent } from '#tests/support/events.ts';
import { ifMatch, useWorld } from '#tests/support/world.ts';

const world = useWorld();
const at = new Date('2026-07-01T00:00:00Z');

async function begin() {
  const eventId = await addEvent(world);
  const editor = await world.as({ role: 'member_editor' });
  const memberId = editor.actor.memberId ?? '';
  const { id, delegates } = await addDelegation(world, { eventId, memberId, delegates: 2 });
  const [delegateId = ''] = delegates;
  return { eventId, editor, memberId, id, delegateId, path: `/api/delegates/${delegateId}` };
}
type Begun = Awaited<ReturnType<typeof begin>>;

test('whoever is taken out is gone from the delegation, and leads it no more', async () => {
  const { editor, id, delegateId, path } = await begin();
  const lead = { purpose: '', headDelegateId: delegateId, minimumParty: 1 };
  await editor.patch(`/api/delegations/${id}`, lead, ifMatch(1));
  expect(codeOf(await editor.del(path, ifMatch(2)))).toBe('changed-meanwhile');
  expect((await editor.del(path)).status).toBe(428);
  expect((await editor.del(path, ifMatch(1))).status).toBe(204);
  const after = (await editor.get<DelegationView>(`/api/delegations/${id}`)).body;
  expect([after.headDelegateId, after.delegates.length, after.version]).toEqual([null, 1, 3]);
  expect((await editor.del(path, ifMatch(2))).status).toBe(404);
  const rows = await world.database.read(nobody, (db) =>
    db.selectFrom('delegate').select('removedAt').orderBy('position').execute(),
  );
  expect(rows.map((row) => row.removedAt)).toEqual([world.now, null]);
});

test('others cannot take anybody out', async () => {
  const { path, memberId } = await begin();
  expect((await world.public.del(path, ifMatch(1))).status).toBe(401);
  expect((await (await world.as({ role: 'member_manager' })).del(path, ifMatch(1))).status).toBe(404);
  expect((await (await world.as({ role: 'member_viewer', memberId })).del(path, ifMatch(1))).status).toBe(403);
});

async function addRequest(tx: Tx, { eventId, memberId, delegateId }: Begun, open: boolean): Promise<string> {
  const id = newId();
  const over = { state: 'withdrawn', turn: 'none', closedAt: at };
  const draft = { state: 'draft', turn: 'member' };
  await tx
    .insertInto('request')
    .values({ id, eventId, memberId, kind: 'bilateral', createdAt: at, updatedAt: at, ...(open ? draft : over) })
    .execute();
  await tx.insertInto('requestDelegate').values({ requestId: id, memberId, delegateId, position: 0 }).execute();
  return id;
}

const engagements: [string, (tx: Tx, begun: Begun, live: boolean) => Promise<unknown>][] = [
  ['進行中の申請', (tx, begun, live) => addRequest(tx, begun, live)],
  [
    'パス',
    async (tx, { eventId, memberId, delegateId }, live) => {
      const poolId = newId();
      const days = sql<string>`daterange('2027-11-08', '2027-11-12')`;
      const pool = {
        id: poolId,
        eventId,
        route: 'iclei_observer',
        zone: 'blue',
        nameJa: '枠',
        nameEn: 'Pool',
        places: 1,
        days,
      };
      await tx.insertInto('passPool').values(pool).execute();
      await tx.insertInto('passPlace').values({ poolId, number: 1 }).execute();
      const state = live ? { state: 'held' } : { state: 'released', releasedAt: at };
      const pass = {
        id: newId(),
        eventId,
        poolId,
        placeNumber: 1,
        memberId,
        delegateId,
        days,
        createdAt: at,
        ...state,
      };
      await tx.insertInto('pass').values(pass).execute();
    },
  ],
  [
    'セッションの登壇者',
    async (tx, { eventId, delegateId }, live) => {
      const id = newId();
      const state = live ? 'planned' : 'cancelled';
      const session = { id, eventId, titleJa: '題', theme: 'energy', minutes: 60, state, createdAt: at };
      await tx.insertInto('programmeSession').values(session).execute();
      await tx.insertInto('sessionSpeaker').values({ sessionId: id, position: 0, delegateId, role: 'panel' }).execute();
    },
  ],
  [
    '面会の出席者',
    async (tx, begun, live) => {
      const { eventId, memberId, delegateId } = begun;
      const [id, counterpartId] = [newId(), newId()];
      const requestId = await addRequest(tx, begun, false);
      await tx.insertInto('organisation').values({ id: counterpartId, kind: 'city', nameEn: 'Elsewhere' }).execute();
      const state = live ? 'negotiating' : 'cancelled';
      const meeting = { id, eventId, memberId, requestId, counterpartId, state, createdAt: at };
      await tx.insertInto('meeting').values(meeting).execute();
      await tx.insertInto('meetingDelegate').values({ meetingId: id, memberId, delegateId, position: 0 }).execute();
    },
  ],
];

test.for(engagements)('somebody with %s stays', async ([by, add]) => {
  const live = await begin();
  await world.database.write(nobody, (tx) => add(tx, live, true));
  const refused = await live.editor.del<never>(live.path, ifMatch(1));
  expect([refused.status, codeOf(refused)]).toEqual([409, 'still-in-use']);
  expect((refused.body as { detail: string }).detail).toMatch(new RegExp(`^${by}で`));
});

test.for(engagements)('somebody whose %s is over may go', async ([, add]) => {
  const over = await begin();
  await world.database.write(nobody, (tx) => add(tx, over, false));
  expect((await over.editor.del(over.path, ifMatch(1))).status).toBe(204);
});
