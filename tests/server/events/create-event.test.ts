import { expect, test } from 'vitest';
import type { EventList, EventView } from '#shared/events/contract.ts';
import { codeOf } from '#tests/support/accounts.ts';
import { nobody } from '#tests/support/database.ts';
import { addEvent, name } from '#tests/support/events.ts';
import { useWorld } from '#tests/support/world.ts';

const world = useWorld();
const input = {
  ...{ slug: 'cop33', processId: 'unfccc', name, shortName: 'COP33', city: name, country: name },
  ...{ venueName: { ja: '', en: '' }, pavilion: name, startsOn: '2028-02-28', endsOn: '2028-03-01' },
  ...{ actualEndsOn: null, provisional: true, timeZone: 'Asia/Tokyo', passportMonths: 6, phase: 'announced' },
  notes: { ja: '覚え', en: 'Note' },
};
type Misfit = { errors: { pointer: string; detail: string }[] };
const kept = () =>
  world.database.read(nobody, async (db) => ({
    slugs: (await db.selectFrom('event').select('slug').orderBy('slug').execute()).map((one) => one.slug),
    history: await db
      .selectFrom('history')
      .select(['subject', 'subjectId', 'eventId', 'action', 'fromState', 'toState', 'actorId', 'at'])
      .execute(),
  }));

test('an administrator creates an event with its days; it is listed, readable and written down', async () => {
  await addEvent(world);
  const admin = await world.as({ role: 'staff_admin' });
  const before = await admin.get<EventList>('/api/events');
  expect(before.body.processes).toEqual([{ id: 'unfccc', name: { ja: '気候変動枠組条約', en: 'UNFCCC' } }]);
  const made = await admin.post<EventView>('/api/events', input);
  expect(made.status).toBe(201);
  const { processId: process, ...facts } = input;
  expect(made.body).toMatchObject({ ...facts, process, version: 1, number: null });
  const plain = { theme: { ja: '', en: '' }, rest: false };
  expect(made.body.days).toEqual(['2028-02-28', '2028-02-29', '2028-03-01'].map((day) => ({ day, ...plain })));
  const { venues, rooms, deadlines, windows, pools } = made.body;
  expect([venues, rooms, deadlines, windows, pools]).toEqual([[], [], [], [], []]);

  const viewer = await world.as({ role: 'member_viewer' });
  expect((await viewer.get<EventView>('/api/events/cop33')).body).toEqual(made.body);
  const list = await viewer.get<EventList>('/api/events');
  expect(list.body.items.map((one) => one.slug)).toEqual(['cop33', 'cop32']);
  const { id } = made.body;
  expect((await kept()).history).toEqual([
    {
      ...{ subject: 'event', subjectId: id, eventId: id, action: 'create', fromState: null, toState: 'announced' },
      ...{ actorId: admin.actor.accountId, at: world.now },
    },
  ]);
});

test('a taken slug is refused at its field, and the event that has it stays as it is', async () => {
  await addEvent(world);
  const admin = await world.as({ role: 'staff_admin', lang: 'en' });
  const before = (await admin.get('/api/events/cop32')).body;
  const taken = await admin.post<Misfit>('/api/events', { ...input, slug: 'cop32' });
  expect([taken.status, codeOf(taken)]).toEqual([409, 'already-exists']);
  expect(taken.body.errors).toEqual([{ pointer: '/slug', detail: 'This short id is taken. Choose another one' }]);
  expect((await admin.get('/api/events/cop32')).body).toEqual(before);
  expect(await kept()).toEqual({ slugs: ['cop32'], history: [] });
});

test('two at once make one event, and a repeated creation answers the same', async () => {
  await addEvent(world);
  const admins = await Promise.all([1, 2, 3].map(() => world.as({ role: 'staff_admin' })));
  const answers = await Promise.all(admins.map((admin) => admin.post('/api/events', input)));
  expect(answers.map((one) => one.status).sort()).toEqual([201, 409, 409]);
  const [admin] = admins;
  const again = () =>
    admin?.post<EventView>('/api/events', { ...input, slug: 'cop34' }, { 'idempotency-key': 'one-event-only' });
  const first = await again();
  const second = await again();
  expect([first?.status, second?.status, second?.body]).toEqual([201, 201, first?.body]);
  const { slugs, history } = await kept();
  expect([slugs, history.length]).toEqual([['cop32', 'cop33', 'cop34'], 2]);
});

test('only an administrator creates events', async () => {
  await addEvent(world);
  for (const role of ['staff_coordinator', 'registrar', 'member_manager', 'auditor'] as const) {
    const person = await world.as({ role });
    expect((await person.post('/api/events', input)).status).toBe(403);
  }
  expect((await world.public.post('/api/events', input)).status).toBe(401);
  expect((await kept()).slugs).toEqual(['cop32']);
});

test('a misfit is refused at its field in the caller’s language, and nothing is left behind', async () => {
  await addEvent(world);
  const admin = await world.as({ role: 'staff_admin', lang: 'en' });
  const shape = 'Use 2 to 40 lower-case letters, figures and hyphens';
  for (const [change, pointer, detail] of [
    [{ slug: 'COP 33' }, '/slug', shape],
    [{ slug: 'c' }, '/slug', shape],
    [{ processId: 'moon' }, '/processId', 'Choose a process from the list'],
    [{ processId: '' }, '/processId', 'Choose a process'],
    [{ endsOn: '2028-02-27' }, '/endsOn', 'The last day must not be before the first'],
    [{ startsOn: '' }, '/startsOn', 'Choose a day'],
    [{ endsOn: '2028-04-08' }, '/endsOn', 'An event has at most 40 days'],
  ] as const) {
    const answer = await admin.post<Misfit>('/api/events', { ...input, ...change });
    expect([answer.status, answer.body.errors]).toEqual([422, [{ pointer, detail }]]);
  }
  expect(await kept()).toEqual({ slugs: ['cop32'], history: [] });
  const longest = { ...input, startsOn: '2099-11-22', endsOn: '2099-12-31' };
  expect((await admin.post<EventView>('/api/events', longest)).body.days.length).toBe(40);
});
