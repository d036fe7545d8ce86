import { expect, test } from 'vitest';
import type { ProblemBody } from '#shared/problem.ts';
import type { RequestView } from '#shared/requests/contract.ts';
import { codeOf, useRequestWorld } from '#tests/support/builders/request-world.ts';
import {
  aSentRequest,
  aWholeDraft,
  historyOf,
  mailsWaiting,
  someDelegates,
  WHOLE,
} from '#tests/support/builders/requests.ts';
import { nobody } from '#tests/support/database.ts';
import { type Client, ifMatch } from '#tests/support/world.ts';

const { world, people, make } = useRequestWorld();
const save = (client: Client, id: string, version: number, details: object, step = '') =>
  client.put<RequestView & ProblemBody>(`/api/requests/${id}/answers`, { details, step }, ifMatch(version));

test('whatever has been answered so far is kept, and the rest is empty', async () => {
  const made = await people.member.post<RequestView>('/api/requests', { event: 'cop32', kind: 'speaking' });
  const answer = await save(people.member, made.body.id, 1, { titleEn: 'Only a title', headSpeaks: true }, 'times');
  expect(answer.body).toMatchObject({
    version: 2,
    step: 'times',
    title: { ja: 'Only a title', en: 'Only a title' },
    headOfGovernment: true,
    details: { titleEn: 'Only a title', wishes: [], role: null },
  });
  expect((await historyOf(world, made.body.id)).map(({ action }) => action)).toEqual(['create']);
  const same = await save(people.member, made.body.id, 2, { titleEn: 'Only a title', headSpeaks: true }, 'times');
  expect(same.body.version).toBe(2);
});

test('answers that do not fit are refused at their field', async () => {
  const draft = await aWholeDraft(people.member);
  const wrong = { minutes: 5, wishes: [{ day: 'soon', part: 'morning' }], nonsense: 1, titleEn: 'x'.repeat(141) };
  const answer = await save(people.member, draft.id, draft.version, wrong);
  expect([answer.status, answer.body.errors?.map(({ pointer }) => pointer).sort()]).toEqual([
    422,
    ['/details/minutes', '/details/nonsense', '/details/titleEn', '/details/wishes/0/day'],
  ]);
});

test('only the municipality’s own delegates of that event can be named; rows keep in step', async () => {
  const memberId = people.member.actor.memberId ?? '';
  const [first, second] = await someDelegates(world.database, people.eventId, memberId, 2);
  const stranger = await world.as({ role: 'member_editor' });
  const [theirs] = await someDelegates(world.database, people.eventId, stranger.actor.memberId ?? '', 1);
  const draft = await aWholeDraft(people.member);
  const naming = (...ids: unknown[]) => ({ ...WHOLE, speakers: ids.map((delegateId) => ({ delegateId })) });

  const named = await save(people.member, draft.id, draft.version, naming(second, first, null));
  expect(named.body.delegates.map(({ id }) => id)).toEqual([second, first]);
  const refused = await save(people.member, draft.id, named.body.version, naming(first, theirs));
  expect([refused.status, codeOf(refused), refused.body.delegateIds]).toEqual([409, 'not-in-delegation', [theirs]]);
  const fewer = await save(people.member, draft.id, named.body.version, naming(first));
  expect(fewer.body.delegates).toEqual([
    {
      id: first,
      name: '架空 1郎',
      nameLatin: 'KAKU RO',
      title: { ja: '', en: '' },
      level: 'officer',
      arrivesOn: null,
      leavesOn: null,
      removed: false,
    },
  ]);
});

test('after sending, a change is recorded by its fields and the owner is told', async () => {
  const sent = await aSentRequest(people.member);
  await world.database.write(nobody, (tx) => tx.deleteFrom('outbox').execute());
  const answer = await save(people.member, sent.id, sent.version, { ...sent.details, titleEn: 'Another', minutes: 90 });
  expect(answer.body).toMatchObject({ version: sent.version + 1, title: { en: 'Another' }, state: 'submitted' });
  expect((await historyOf(world, sent.id)).at(-1)).toMatchObject({
    action: 'edit',
    fromState: null,
    details: { fields: ['minutes', 'titleEn'] },
  });
  expect(new Set((await mailsWaiting(world)).map(({ template }) => template))).toEqual(new Set(['request.edited']));
});

test('two at once: one is kept, the other sees both versions', async () => {
  const draft = await aWholeDraft(people.member);
  const answers = await Promise.all([
    save(people.member, draft.id, draft.version, { ...WHOLE, titleEn: 'First' }),
    save(people.member, draft.id, draft.version, { ...WHOLE, titleEn: 'Second' }),
  ]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
  const [kept, stale] = answers[0]?.status === 200 ? answers : [...answers].reverse();
  expect(stale?.body).toMatchObject({
    current: { version: draft.version + 1, title: kept?.body.title },
    changedBy: '架空 市子',
    changedAt: world.now.toISOString(),
  });
});

test('an edit against the start of triage: exactly one of them happens', async () => {
  const sent = await aSentRequest(people.member);
  const [edit, start] = await Promise.all([
    save(people.member, sent.id, sent.version, { ...sent.details, titleEn: 'Late thought' }),
    people.triager.post(`/api/requests/${sent.id}/triage`, undefined, ifMatch(sent.version)),
  ]);
  expect([edit.status, start.status].sort()).toEqual([200, 412]);
  const actions = (await historyOf(world, sent.id)).map(({ action }) => action);
  expect(actions).toEqual(['create', 'submit', edit.status === 200 ? 'edit' : 'start']);
});

test.each(['in_triage', 'approved', 'withdrawn'] as const)('the answers are fixed when it is %s', async (state) => {
  const answer = await save(people.member, await make(state), 1, {});
  expect([answer.status, codeOf(answer)]).toEqual([409, 'wrong-state']);
});

test('a coordinator’s edit is on behalf; others may not or find nothing', async () => {
  const id = await make('needs_info');
  expect((await save(world.public, id, 1, {})).status).toBe(401);
  expect((await save(people.triager, id, 1, {})).status).toBe(403);
  expect((await save(await world.as({ role: 'member_manager' }), id, 1, {})).status).toBe(404);
  expect((await save(people.member, people.eventId, 1, {})).status).toBe(404);
  expect((await save(people.coordinator, id, 1, { titleJa: '代筆' })).status).toBe(200);
  expect((await historyOf(world, id)).at(-1)?.details).toMatchObject({ onBehalf: true });
});
