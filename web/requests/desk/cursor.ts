/** The id `by` places further in a list that does not wrap; the first one when nothing is chosen yet. */
export function step(ids: readonly string[], from: string | null, by: number): string | null {
  const at = from === null ? -1 : ids.indexOf(from);
  if (at < 0) return ids[0] ?? null;
  return ids[Math.min(Math.max(at + by, 0), ids.length - 1)] ?? null;
}

/** Where the cursor stands after the list was read anew: where it was, or on the row that took its place. */
export function keepCursor(before: readonly string[], after: readonly string[], cursor: string | null): string | null {
  if (cursor === null || after.includes(cursor)) return cursor;
  const was = before.indexOf(cursor);
  if (was < 0) return null;
  const next = before.slice(was + 1).find((id) => after.includes(id));
  return next ?? after.at(-1) ?? null;
}

/** Everything from one row to another, both included, whichever comes first. */
export function between(ids: readonly string[], one: string | null, other: string): string[] {
  const from = one === null ? -1 : ids.indexOf(one);
  const to = ids.indexOf(other);
  if (to < 0) return [];
  if (from < 0) return [other];
  return ids.slice(Math.min(from, to), Math.max(from, to) + 1);
}

/** The choice with one row put in or taken out. */
export function toggled(chosen: ReadonlySet<string>, id: string): Set<string> {
  const next = new Set(chosen);
  if (!next.delete(id)) next.add(id);
  return next;
}
