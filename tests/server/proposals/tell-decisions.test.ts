import { expect, test } from 'vitest';
import { newId } from '#db/id.ts';
import type { ProblemBody } from '#shared/problem.ts';
import type { ProposalRow, ProposalView, TellingView } from '#shared/proposals/contract.ts';
import type { RequestView } from '#shared/requests/contract.ts';
import { codeOf } from '#tests/support/accounts.ts';
import { proposalWorld, ranking } from '#tests/support/builders/proposals.ts';
import { mailsWaiting } from '#tests/support/builders/requests.ts';
import { nobody } from '#tests/support/database.ts';
import { type Client, ifMatch, useWorld } from '#tests/support/world.ts';

const world = useWorld();
const WORDS = { ja: 'ありがとうございました。', en: 'Thank you.' };
const words = { accept: WORDS, decline: { ja: '今回は', en: 'This time' }, waitlist: WORDS };
const itemsOf = (rows: readonly ProposalRow[]) => rows.map(({ id, version }) => ({ id, version }));
const decide = (
  client: Client,
  call: { id: string },
  rows: readonly ProposalRow[],
  decision: string | null,
  reason = '',
) =>
  client.post<{ done: object[]; refused: object[] } & ProblemBody>(`/api/calls/${call.id}/decisions`, {
    ...{ items: itemsOf(rows), decision, reason },
  });
const tell = (client: Client, call: { id: string }, rows: readonly ProposalRow[]) =>
  client.post<{ told: number } & ProblemBody>(`/api/calls/${call.id}/telling`, { items: itemsOf(rows), words });

/** Everything a municipality can see of its request, byte for byte. */
async function seenBy(client: Client, id: string): Promise<Record<string, string>> {
  const paths = [
    ...[`/api/requests/${id}`, `/api/requests/${id}/history`, `/api/requests/${id}/messages`],
    ...[`/api/requests/${id}/session`, `/api/requests/${id}/joint`, '/api/requests?event=cop32'],
    ...['/api/requests/counts?event=cop32', '/api/events/cop32/calls', '/api/history/mine'],
  ];
  const answers = await Promise.all(paths.map(async (path) => [path, await client.get(path)] as const));
  return Object.fromEntries(
    answers.map(([path, { status, text, headers }]) => [path, `${status} ${headers.get('etag')} ${text}`]),
  );
}

test.each(['accept', 'waitlist', 'decline'])(
  'a held decision to %s leaks nowhere, and changes until it is told',
  async (decision) => {
    const { staff, call, asked } = await proposalWorld(world, 1);
    const [{ client, request }] = asked as [(typeof asked)[number]];
    const before = await seenBy(client, request.id);
    const mails = await mailsWaiting(world);
    const secret = decision === 'decline' ? '枠がないため' : '';
    expect((await decide(staff, call, await ranking(staff, call), decision, secret)).body.done).toHaveLength(1);
    expect((await ranking(staff, call))[0]).toMatchObject({ standing: 'held', decision });
    expect(await seenBy(client, request.id)).toEqual(before);
    expect(await mailsWaiting(world)).toEqual(mails);
    const rows = await world.database.read(client.actor, (db) =>
      db.selectFrom('history').select('action').where('subject', '=', 'proposal').execute(),
    );
    expect(rows).toEqual([]);
    // The database itself shows members no proposal.
    await expect(
      world.database.read(client.actor, (db) => db.selectFrom('proposal').select('decision').execute()),
    ).rejects.toThrow('permission denied');
    await decide(staff, call, await ranking(staff, call), null);
    expect((await ranking(staff, call))[0]).toMatchObject({ standing: 'open', decision: null });
    expect(await seenBy(client, request.id)).toEqual(before);
  },
);

test('all is told in one act: states, conversation and mail, after a preview in both languages', async () => {
  const { staff, call, asked } = await proposalWorld(world, 3);
  const [a, b, c] = (await ranking(staff, call)) as [ProposalRow, ProposalRow, ProposalRow];
  await decide(staff, call, [a], 'accept');
  await decide(staff, call, [b], 'waitlist');
  expect((await decide(staff, call, [c], 'decline')).body.errors?.[0]?.pointer).toBe('/reason');
  await decide(staff, call, [c], 'decline', '枠がないため');
  const preview = await staff.get<TellingView>(`/api/calls/${call.id}/telling`);
  expect(preview.body.items.map(({ id, decision, mails }) => [id, decision, mails[0]?.to])).toEqual([
    [a.id, 'accept', ['試験 花子']],
    [c.id, 'decline', ['試験 花子']],
    [b.id, 'waitlist', ['試験 花子']],
  ]);
  expect(preview.body.items[0]?.mails[0]).toMatchObject({
    ja: { subject: expect.stringContaining('認められました') },
    en: { subject: expect.stringContaining('approved') },
  });
  const held = await ranking(staff, call);
  expect((await tell(staff, call, held)).body.told).toBe(3);
  const states = await Promise.all(
    asked.map(async ({ client, request }) => (await client.get<RequestView>(`/api/requests/${request.id}`)).body),
  );
  expect(states.map(({ state, lastWord }) => [state, lastWord?.body])).toEqual([
    ['approved', 'ありがとうございました。\n\nThank you.'],
    ['waitlisted', 'ありがとうございました。\n\nThank you.'],
    ['declined', '今回は\n\nThis time\n\n枠がないため'],
  ]);
  const templates = (await mailsWaiting(world)).map((one) => one.template);
  expect(templates).toEqual(expect.arrayContaining(['request.approved', 'request.declined', 'request.waitlisted']));
  expect((await ranking(staff, call)).map((one) => one.standing)).toEqual(['told', 'told', 'told']);
  const again = await decide(staff, call, await ranking(staff, call), 'accept');
  expect([again.body.done, again.body.refused.length]).toEqual([[], 3]);
});

test('one that has moved on takes the whole act back', async () => {
  const { staff, call, asked } = await proposalWorld(world, 2);
  await decide(staff, call, await ranking(staff, call), 'accept');
  const held = await ranking(staff, call);
  const [{ client, request }] = asked as [(typeof asked)[number]];
  await client.post(`/api/requests/${request.id}/withdrawal`, { reason: '' }, ifMatch(request.version));
  expect(codeOf(await tell(staff, call, held))).toBe('changed-meanwhile');
  expect((await ranking(staff, call)).map((one) => one.standing)).toEqual(['held']);
  const other = asked[1] as (typeof asked)[number];
  expect((await other.client.get<RequestView>(`/api/requests/${other.request.id}`)).body.state).toBe('submitted');
});

test('of ten colleagues who tell at once, one does', async () => {
  const { staff, call } = await proposalWorld(world, 2);
  await decide(staff, call, await ranking(staff, call), 'waitlist');
  const held = await ranking(staff, call);
  const answers = await Promise.all(Array.from({ length: 10 }, () => tell(staff, call, held)));
  expect(answers.filter((one) => one.status === 200)).toHaveLength(1);
  const mails = (await mailsWaiting(world)).filter((one) => one.template === 'request.waitlisted');
  expect(mails).toHaveLength(2);
});

test('a decision on the request itself is told already, and looking again opens it', async () => {
  const { staff, call, asked } = await proposalWorld(world, 1);
  const { id, version } = (asked[0] as (typeof asked)[number]).request;
  const done = await staff.post<RequestView>(`/api/requests/${id}/waitlisting`, { reason: '' }, ifMatch(version));
  expect((await ranking(staff, call))[0]).toMatchObject({ standing: 'told', decision: 'waitlist' });
  await staff.post(`/api/requests/${id}/reopening`, { reason: '' }, ifMatch(done.body.version));
  expect((await ranking(staff, call))[0]).toMatchObject({ standing: 'open', decision: null });
});

test('a partner’s proposal stands in the ranking, and a request without a call is put under one', async () => {
  const { staff, call } = await proposalWorld(world, 0);
  const partnerId = newId();
  await world.database.write(nobody, (tx) =>
    tx
      .insertInto('organisation')
      .values({ id: partnerId, kind: 'network', nameJa: '架空連盟', nameEn: 'League' })
      .execute(),
  );
  const both = { ja: '連盟の企画', en: 'Session of the league' };
  const partner = {
    of: 'partner',
    partnerId,
    title: both,
    abstract: { ja: '', en: '' },
    theme: 'energy',
    format: 'panel',
  };
  const added = await staff.post<ProposalView>(`/api/calls/${call.id}/proposals`, { ...partner, minutes: 60 });
  expect(added.body).toMatchObject({ title: both, organisation: { isMember: false }, share: null });
  const member = await world.as({ role: 'member_editor' });
  const asMember = { ...partner, partnerId: member.actor.memberId, minutes: 60 };
  expect((await staff.post<ProblemBody>(`/api/calls/${call.id}/proposals`, asMember)).body.errors?.[0]?.pointer).toBe(
    '/partnerId',
  );
  await decide(staff, call, await ranking(staff, call), 'accept');
  expect((await tell(staff, call, await ranking(staff, call))).body.told).toBe(1);
});
