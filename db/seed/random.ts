/** A source of chance that gives the same results for the same seed, so that the demonstration is the same each time. */
export type Chance = {
  /** From 0 up to, but not including, 1. */
  next: () => number;
  /** A whole number from `from` to `to`, both included. */
  between: (from: number, to: number) => number;
  pick: <Item>(items: readonly Item[]) => Item;
};

/** Mulberry32: small, even enough for names and times, and the same on every machine. */
export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const between = (from: number, to: number) => from + Math.floor(next() * (to - from + 1));
  return {
    next,
    between,
    pick: (items) => {
      const item = items[between(0, items.length - 1)];
      if (item === undefined) throw new Error('nothing to pick from');
      return item;
    },
  };
}

/** Ids shaped as UUID version 7 whose time is the one given; of two made for one instant the later one sorts later. */
export function idsFrom(seed: number): (at: Date) => string {
  const { between } = chanceFrom(seed);
  let serial = 0;
  return (at) => {
    serial += 1;
    const time = at.getTime().toString(16).padStart(12, '0');
    // The twelve bits after the version count on, as the standard allows, so that order survives equal times.
    const count = (serial % 4096).toString(16).padStart(3, '0');
    const tail = Array.from({ length: 3 }, () => between(0, 0xffff).toString(16).padStart(4, '0')).join('');
    const variant = (0x8000 + between(0, 0x3fff)).toString(16);
    return `${time.slice(0, 8)}-${time.slice(8)}-7${count}-${variant}-${tail}`;
  };
}
