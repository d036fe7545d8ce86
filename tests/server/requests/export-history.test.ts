import { expect, test } from 'vitest';
import type { HistoryExport, HistoryView } from '#shared/requests/contract.ts';
import { sealAll } from '#tests/support/builders/history.ts';
import { useRequestWorld } from '#tests/support/builders/request-world.ts';
import { aSentRequest } from '#tests/support/builders/requests.ts';
import { ifMatch } from '#tests/support/world.ts';

const { world, people, step } = useRequestWorld();

test('the auditor takes the record away as a file that runs nothing, and that is recorded', async () => {
  const sent = await aSentRequest(people.member);
  await step(people.triager, sent.id, 'triage', undefined, sent.version);
  const declined = { reason: '=HYPERLINK("http://a.example")' };
  await people.coordinator.post(`/api/requests/${sent.id}/refusal`, declined, ifMatch(sent.version + 1));
  await sealAll(world.database);
  const auditor = await world.as({ role: 'auditor', name: '=1+1' });
  const answer = await auditor.post<HistoryExport>('/api/history/exports', { action: 'decline' });
  expect(answer.status).toBe(200);
  expect(answer.body).toMatchObject({ name: 'history-2026-07-01.csv', rows: 1, cut: false });
  const [head, row, end] = answer.body.text.split('\r\n');
  expect(head?.startsWith('\ufeff"番号","日時（日本時間）"')).toBe(true);
  expect(row).toContain(`"調整 二子","事務局（調整）"`.split(',')[0]);
  expect(row).toContain(`"${sent.reference}"`);
  expect(row).toContain(`"'=HYPERLINK(""http://a.example"")"`);
  expect(end).toBe('');

  const again = await auditor.post<HistoryExport>('/api/history/exports', { person: '1+1' });
  expect(again.body.text).toContain(`"'=1+1"`);
  const { items } = (await auditor.get<{ items: HistoryView[] }>('/api/history?subject=history')).body;
  expect(items.map(({ action, details }) => [action, details])).toEqual([
    ['export', { rows: 1, filters: ['person'] }],
    ['export', { rows: 1, filters: ['action'] }],
  ]);
});

test('who may not', async () => {
  expect((await world.public.post('/api/history/exports', {})).status).toBe(401);
  for (const role of ['member_manager', 'staff_coordinator', 'staff_admin'] as const) {
    expect((await (await world.as({ role })).post('/api/history/exports', {})).status, role).toBe(403);
  }
  const auditor = await world.as({ role: 'auditor' });
  expect((await auditor.post('/api/history/exports', { since: 'x' })).status).toBe(422);
});

test('somebody takes six files away an hour, and no more', async () => {
  world.realNow = new Date('2026-07-01T00:00:00Z');
  const auditor = await world.as({ role: 'auditor' });
  const take = () => auditor.post('/api/history/exports', {});
  const answers = await Promise.all(Array.from({ length: 8 }, take));
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(6);
  expect(answers.find(({ status }) => status !== 200)?.headers.get('retry-after')).toBe('3600');
  world.realNow = new Date('2026-07-01T01:00:00Z');
  expect((await take()).status).toBe(200);
});
