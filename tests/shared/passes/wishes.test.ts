import { expect, test } from 'vitest';
import { poolsWished } from '#shared/passes/wishes.ts';

const event = { from: '2027-11-08', to: '2027-11-19' };
const pools = [
  { id: 'week 1', zone: 'blue', from: '2027-11-08', to: '2027-11-13' },
  { id: 'week 1, partner', zone: 'blue', from: '2027-11-08', to: '2027-11-13' },
  { id: 'week 2', zone: 'blue', from: '2027-11-15', to: '2027-11-19' },
  { id: 'green', zone: 'green', ...event },
];
const wished = (zone: 'blue' | 'green' | 'any', from: string | null, to: string | null, held: string[] = []) =>
  poolsWished({ delegateId: 'x', from, to }, zone, pools, held, event);

test('a person wishes a place of each week they are there, and of one pool only', () => {
  expect(wished('blue', '2027-11-10', '2027-11-16')).toEqual(['week 1', 'week 2']);
  expect(wished('blue', '2027-11-10', '2027-11-12')).toEqual(['week 1']);
  expect(wished('green', null, null)).toEqual(['green']);
});

test('the pool that holds them already is the one they wish', () => {
  expect(wished('blue', '2027-11-10', '2027-11-12', ['week 1, partner'])).toEqual(['week 1, partner']);
});

test('any zone fills the days in the order of the pools', () => {
  expect(wished('any', '2027-11-13', '2027-11-15')).toEqual(['week 1', 'week 2', 'green']);
});
