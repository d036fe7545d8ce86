/** The ids of the list a person came from, so that a request's own page can go on to the next one. */
let trail: readonly string[] = [];

export function leaveTrail(ids: readonly string[]): void {
  trail = ids;
}

export function trailIds(): readonly string[] {
  return trail;
}
