import { expect, test } from 'vitest';
import { codeOf } from '#tests/support/accounts.ts';
import { addEvent, windowInput } from '#tests/support/events.ts';
import { keepsParts } from '#tests/support/keeps-parts.ts';
import { ifMatch, useWorld } from '#tests/support/world.ts';

const world = useWorld();
const input = { ...windowInput, opensAt: '2027-06-01T00:00:00.000Z', closesAt: '2027-09-30T08:00:00.000Z' };

keepsParts(world, {
  kind: 'windows',
  subject: 'request_window',
  input: () => input,
  change: { late: 'refuse', closesAt: '2027-10-30T08:00:00.000Z' },
  misfit: { closesAt: '2027-05-01T00:00:00Z' },
  removable: false,
});

test('a kind has one window, also when two colleagues open it at once', async () => {
  await addEvent(world);
  const admin = await world.as({ role: 'staff_admin' });
  const answers = await Promise.all([0, 1, 2].map(() => admin.post('/api/events/cop32/windows', input)));
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
  expect(codeOf(await admin.post('/api/events/cop32/windows', input, { 'idempotency-key': 'another-one' }))).toBe(
    'already-exists',
  );
  const other = await admin.post<{ id: string }>('/api/events/cop32/windows', { ...input, kind: 'speaking' });
  expect(codeOf(await admin.put(`/api/windows/${other.body.id}`, input, ifMatch(1)))).toBe('already-exists');
});
