import { addDays, type Day } from '#shared/time.ts';

/** Days on which somebody uses something; both ends count. */
export type Stay = { from: Day; to: Day };
export type TakenPlace = Stay & { number: number };

export type Seating =
  | { fits: true; numbers: number[] }
  /** The first day that cannot hold everybody, and how many people remain without a place. */
  | { fits: false; day: Day; short: number };

/** Gives each wish the lowest place that is free on all of its days; all of them, or none. */
export function seat(places: readonly number[], taken: readonly TakenPlace[], wishes: readonly Stay[]): Seating {
  const inOrder = places.toSorted((a, b) => a - b);
  const used = [...taken];
  const numbers: number[] = [];
  const unseated: Stay[] = [];
  for (const wish of wishes) {
    const number = inOrder.find((one) => !used.some((other) => other.number === one && meet(other, wish)));
    if (number === undefined) unseated.push(wish);
    else {
      used.push({ number, from: wish.from, to: wish.to });
      numbers.push(number);
    }
  }
  const [first] = unseated;
  if (!first) return { fits: true, numbers };
  return { fits: false, day: firstFullDay(places.length, used, unseated) ?? first.from, short: unseated.length };
}

/** How many places are taken on each day of a pool. */
export function takenByDay(pool: Stay, taken: readonly Stay[]): { day: Day; taken: number }[] {
  return daysOf(pool).map((day) => ({ day, taken: taken.filter((one) => meet(one, { from: day, to: day })).length }));
}

/** Whether `inner` lies wholly within `outer`. */
export function within(inner: Stay, outer: Stay): boolean {
  return outer.from <= inner.from && inner.to <= outer.to;
}

/** Whether two stays share a day. */
export function meet(a: Stay, b: Stay): boolean {
  return a.from <= b.to && b.from <= a.to;
}

/** Each day of a stay, in order. */
export function daysOf({ from, to }: Stay): Day[] {
  const days: Day[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
}

/** Null when every single day would do, but no place is free on all the days together. */
function firstFullDay(places: number, used: readonly Stay[], unseated: readonly Stay[]): Day | null {
  const days = [...new Set(unseated.flatMap(daysOf))].sort();
  return days.find((day) => used.filter((one) => one.from <= day && day <= one.to).length >= places) ?? null;
}
