import { expect, test } from 'vitest';
import { columnsOf, daysToShow } from '#shared/delegations/stay.ts';

const event = { startsOn: '2027-11-08', endsOn: '2027-11-19' };
const stay = (arrivesOn: string | null, leavesOn: string | null) => ({ arrivesOn, leavesOn });

test('the chart shows the days of the stays with one day around, never far beyond the event', () => {
  const days = daysToShow([stay('2027-11-07', '2027-11-14'), stay(null, null)], event);
  expect([days[0], days.at(-1), days.length]).toEqual(['2027-11-06', '2027-11-15', 10]);
  const far = daysToShow([stay('2027-10-01', '2027-12-24')], event);
  expect([far[0], far.at(-1)]).toEqual(['2027-11-04', '2027-11-23']);
  expect(daysToShow([], event).length).toBe(14);
});

test('a stay covers its days, cut at the edges, and an unknown one none', () => {
  const days = daysToShow([stay('2027-11-07', '2027-11-14')], event);
  expect(columnsOf(stay('2027-11-10', '2027-11-12'), days)).toEqual({ from: 4, to: 7 });
  expect(columnsOf(stay('2027-11-01', '2027-11-30'), days)).toEqual({ from: 0, to: 10 });
  expect(columnsOf(stay(null, '2027-11-12'), days)).toBeNull();
  expect(columnsOf(stay('2027-12-01', '2027-12-02'), days)).toBeNull();
});
