/** What the order of those who wait looks at. `got` and `wished` are the municipality's places over all pools. */
export type Waiting = { memberHolds: number; speaks: boolean; got: number; wished: number; submittedAt: Date | null };

/**
 * Who comes first when a place is free: municipalities without any place, then those that speak, then those with the
 * smallest share of what they wished, then by the time of submission. Fees and population do not count.
 */
export function byWaitingOrder(a: Waiting, b: Waiting): number {
  return (
    Number(a.memberHolds > 0) - Number(b.memberHolds > 0) ||
    Number(b.speaks) - Number(a.speaks) ||
    share(a) - share(b) ||
    (a.submittedAt?.getTime() ?? Number.MAX_SAFE_INTEGER) - (b.submittedAt?.getTime() ?? Number.MAX_SAFE_INTEGER)
  );
}

/** The part of the wished places that was given, 0 to 1; nothing wished counts as all of it. */
export function share({ got, wished }: Pick<Waiting, 'got' | 'wished'>): number {
  return wished === 0 ? 1 : Math.min(1, got / wished);
}
