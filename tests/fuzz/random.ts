/** Chance that repeats itself: the same seed makes the same requests, so that what was found can be found again. */
export type Chance = {
  /** A whole number from 0 to `below`, without it. */
  below: (below: number) => number;
  /** True so many times out of a hundred. */
  percent: (percent: number) => boolean;
  one: <Thing>(things: readonly Thing[]) => Thing;
};

export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    below,
    percent: (percent) => next() * 100 < percent,
    one: (things) => {
      if (things.length === 0) throw new Error('Nothing to choose from.');
      return things[below(things.length)] as (typeof things)[number];
    },
  };
}
