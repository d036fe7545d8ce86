import { expect, test } from 'vitest';
import { codeOf } from '#tests/support/accounts.ts';
import { nobody } from '#tests/support/database.ts';
import { addEvent } from '#tests/support/events.ts';
import { ifMatch, type World } from '#tests/support/world.ts';

type Part = { id: string; version: number };
export type PartCase = {
  /** The last segment of the addresses, such as `rooms`. */
  kind: string;
  subject: string;
  input: (world: World) => Promise<object> | object;
  change: object;
  misfit: object;
  removable: boolean;
};

/** What holds for every part of an event that the settings screen keeps. */
export function keepsParts(world: World, { kind, subject, input, change, misfit, removable }: PartCase): void {
  const add = `/api/events/cop32/${kind}`;
  const none = `/api/${kind}/019a0000-0000-7000-8000-000000000001`;

  test(`an administrator adds, changes${removable ? ' and removes' : ''} one, each written down`, async () => {
    const eventId = await addEvent(world);
    const admin = await world.as({ role: 'staff_admin' });
    const body = await input(world);
    const added = await admin.post<Part>(add, body);
    expect([added.status, added.body.version]).toEqual([201, 1]);
    expect(added.body).toMatchObject(body);
    const at = `/api/${kind}/${added.body.id}`;
    const changed = await admin.put<Part>(at, { ...body, ...change }, ifMatch(1));
    expect(changed.status).toBe(200);
    expect(changed.body).toMatchObject({ ...body, ...change, id: added.body.id, version: 2 });
    const stale = await admin.put<{ current: Part }>(at, body, ifMatch(1));
    expect([stale.status, stale.body.current]).toEqual([412, changed.body]);
    if (removable) {
      expect(codeOf(await admin.del(at, ifMatch(1)))).toBe('changed-meanwhile');
      expect((await admin.del(at, ifMatch(2))).status).toBe(204);
      expect((await admin.del(at, ifMatch(2))).status).toBe(404);
    }
    const history = await world.database.read(nobody, (db) =>
      db
        .selectFrom('history')
        .select(['action', 'actorId'])
        .where('subject', '=', subject)
        .where('subjectId', '=', added.body.id)
        .where('eventId', '=', eventId)
        .orderBy('id')
        .execute(),
    );
    const actorId = admin.actor.accountId;
    const actions = ['add', 'change', ...(removable ? ['remove'] : [])];
    expect(history).toEqual(actions.map((action) => ({ action, actorId })));
  });

  test('the same key adds one only', async () => {
    await addEvent(world);
    const admin = await world.as({ role: 'staff_admin' });
    const body = await input(world);
    const key = { 'idempotency-key': 'once-and-only-once' };
    const answers = [await admin.post<Part>(add, body, key), await admin.post<Part>(add, body, key)];
    expect(answers[1]?.body).toEqual(answers[0]?.body);
  });

  test('nobody else may, and what does not fit or is not there is refused', async () => {
    await addEvent(world);
    const body = await input(world);
    const coordinator = await world.as({ role: 'staff_coordinator' });
    for (const [person, status] of [
      [world.public, 401],
      [coordinator, 403],
    ] as const) {
      expect((await person.post(add, body)).status).toBe(status);
      expect((await person.put(none, body, ifMatch(1))).status).toBe(status);
      if (removable) expect((await person.del(none, ifMatch(1))).status).toBe(status);
    }
    const admin = await world.as({ role: 'staff_admin' });
    expect((await admin.post(`/api/events/cop99/${kind}`, body)).status).toBe(404);
    expect((await admin.put(none, body, ifMatch(1))).status).toBe(404);
    if (removable) expect((await admin.del(none, ifMatch(1))).status).toBe(404);
    expect((await admin.post(add, { ...body, ...misfit })).status).toBe(422);
  });
}
