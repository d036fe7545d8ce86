import { expect, test } from 'vitest';
import { type Actor, anonymous } from '#shared/actor.ts';
import { whyNotAllot, whyNotCompletePasses, whyNotGiveBack, whyNotGiveUpPasses } from '#shared/passes/policy.ts';

const registrar: Actor = { ...anonymous('ja'), role: 'registrar' };

test('places go to approved and fulfilled pass requests, by coordinators and registrars', () => {
  expect(whyNotAllot(registrar, { kind: 'pass', state: 'approved' })).toBeNull();
  expect(whyNotAllot(registrar, { kind: 'pass', state: 'fulfilled' })).toBeNull();
  expect(whyNotAllot(registrar, { kind: 'pass', state: 'waitlisted' })).toBe('承認した申請にだけパスを渡せます');
  expect(whyNotAllot(registrar, { kind: 'speaking', state: 'approved' })).toBe('この申請はパスの申請ではありません');
  const triager: Actor = { ...registrar, role: 'staff_triager', lang: 'en' };
  expect(whyNotAllot(triager, { kind: 'pass', state: 'approved' })).toMatch(/^This is done by: /);
});

test('a pass goes back once, and not after it was collected', () => {
  expect(whyNotGiveBack(registrar, { state: 'confirmed', official: 'letter_sent' })).toBeNull();
  expect(whyNotGiveBack(registrar, { state: 'confirmed', official: 'collected' })).toMatch(/会場で受け取った/);
  expect(whyNotGiveBack(registrar, { state: 'released', official: 'none' })).toMatch(/すでに枠に/);
});

test('a request ends with its passes: not while one is collected, and completed only after the last day', () => {
  expect(whyNotGiveUpPasses(registrar, [{ official: 'letter_sent' }, { official: 'none' }])).toBeNull();
  expect(whyNotGiveUpPasses(registrar, [{ official: 'none' }, { official: 'collected' }])).toMatch(/^会場で受け取った/);
  const passes = [{ to: '2027-11-13' }, { to: '2027-11-10' }];
  expect(whyNotCompletePasses(registrar, passes, '2027-11-13')).toMatch(/11月13日（土）/);
  expect(whyNotCompletePasses(registrar, passes, '2027-11-14')).toBeNull();
  expect(whyNotCompletePasses(registrar, [], '2027-11-01')).toBeNull();
});
