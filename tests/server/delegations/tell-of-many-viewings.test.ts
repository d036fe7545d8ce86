import { beforeEach, expect, test } from 'vitest';
import { delegationRoutes } from '#server/delegations/routes.ts';
import type { RetentionView } from '#shared/delegations/retention.ts';
import { addAccount } from '#tests/support/accounts.ts';
import { anEvent } from '#tests/support/builders/passes.ts';
import { nobody } from '#tests/support/database.ts';
import { makeReady } from '#tests/support/identities.ts';
import { readMails } from '#tests/support/outbox.ts';
import { aParty } from '#tests/support/parties.ts';
import { type Client, useWorld } from '#tests/support/world.ts';

const world = useWorld({ routes: delegationRoutes }, { revealAlarm: 3 });
let manager: Client;
let registrar: Client;
let people: string[];
let watching: string[];

beforeEach(async () => {
  world.now = new Date('2027-09-24T01:00:00Z');
  const event = await anEvent(world.database);
  manager = await world.as({ role: 'member_manager' });
  registrar = await world.as({ role: 'registrar', name: '登録 四郎' });
  people = await aParty(world.database, event, manager.actor.memberId, ['架空', '仮名']);
  await makeReady(world, people);
  watching = [
    await addAccount(world, { email: 'admin@office.example', role: 'staff_admin' }),
    await addAccount(world, { email: 'auditor@office.example', role: 'auditor' }),
  ];
  await addAccount(world, { email: 'gone@office.example', role: 'staff_admin', state: 'suspended' });
});

const look = (client: Client, times: number) =>
  Promise.all(
    Array.from({ length: times }, (_, at) =>
      client.post(`/api/delegates/${people[at % 2]}/identity/reveal`, {
        ...{ fields: ['passportNumber'], purpose: 'registration', note: '' },
      }),
    ),
  );
const told = async () => (await readMails(world)).filter(({ template }) => template === 'delegation.many-viewings');

test.each(['manager', 'registrar'])(
  'beyond the threshold administrators and auditors are told once: %s',
  async (who) => {
    const somebody = who === 'manager' ? manager : registrar;
    expect((await look(somebody, 3)).map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(await told()).toEqual([]);
    expect((await look(somebody, 4)).map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    const mails = await told();
    expect(mails.map(({ accountId }) => accountId).sort()).toEqual([...watching].sort());
    expect(mails[0]?.params).toMatchObject({ minutes: '10', path: '/desk/history?selection=reveals' });
    const rows = await world.database.read(nobody, (db) =>
      db.selectFrom('history').selectAll().where('action', '=', 'identity.many-revealed').execute(),
    );
    expect(rows.map((row) => [row.actorId, row.subjectId])).toEqual(
      rows.map(() => [somebody.actor.accountId, somebody.actor.accountId]),
    );
    const { alarms } = (await registrar.get<RetentionView>('/api/events/cop32/retention')).body;
    expect(alarms.at(-1)).toMatchObject({ name: somebody.actor.name, minutes: 10 });
  },
);

test('what was long ago does not count', async () => {
  for (let at = 0; at < 3; at += 1) {
    await look(registrar, 2);
    world.now = new Date(world.now.getTime() + 11 * 60_000);
  }
  expect(await told()).toEqual([]);
});
