import { expect, test } from 'vitest';
import { fieldsOf } from '#web/requests/desk/deed-fields.ts';
import { asAct, type DeedInput, possible, whyNotNow } from '#web/requests/desk/verdicts.ts';

const input: DeedInput = {
  body: '要旨をお送りください。',
  nextStep: '英文要旨の提出',
  dueAt: '2027-09-30T08:00:00Z',
  reason: '会場の都合',
  ownerId: null,
  note: '',
  turn: 'desk',
};
const request = {
  actions: [
    { action: 'approve' as const, whyNot: null },
    { action: 'decline' as const, whyNot: 'この申請は終わっています' },
  ],
};

test('what cannot be done now says why, what was not named is not offered', () => {
  expect(whyNotNow(request, 'approve')).toBeNull();
  expect(whyNotNow(request, 'decline')).toBe('この申請は終わっています');
  expect(whyNotNow(request, 'offer')).toBeUndefined();
  expect(possible(request, ['offer', 'decline', 'approve'])).toEqual(['approve']);
});

test('a deed goes the way that can be taken back, unless something would be lost', () => {
  expect(asAct('approve', input)).toEqual({ do: 'approve' });
  expect(asAct('decline', input)).toEqual({ do: 'decline', reason: '会場の都合' });
  expect(asAct('ask', input)).toEqual({
    do: 'ask',
    nextStep: '英文要旨の提出',
    body: '要旨をお送りください。',
    dueAt: '2027-09-30T08:00:00Z',
  });
  expect(asAct('waitlist', input)).toBeNull();
  expect(asAct('waitlist', { ...input, reason: '' })).toEqual({ do: 'waitlist' });
  expect(asAct('assign', input)).toEqual({ do: 'assign', ownerId: null });
  expect(asAct('assign', { ...input, note: '火曜まで' })).toBeNull();
  expect(asAct('offer', input)).toBeNull();
  expect(asAct('next', input)).toBeNull();
});

test('many at once are not asked for what only one can keep', () => {
  expect(fieldsOf('assign', false)).toEqual(['owner', 'note']);
  expect(fieldsOf('assign', true)).toEqual(['owner']);
  expect(fieldsOf('waitlist', true)).toEqual([]);
  expect(fieldsOf('decline', true)).toEqual(['reason']);
});
