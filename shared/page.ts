import { z } from 'zod';

/** What every list accepts: how many rows, and the cursor that the page before answered as `next`. */
export const PageQuery = {
  limit: z.coerce.number().int().min(1).max(200).default(50),
  after: z.string().max(400).optional(),
};

/** What every list answers. `next` is null on the last page. */
export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.strictObject({ items: z.array(item), next: z.string().nullable() });
}

export type Page<Item> = { items: Item[]; next: string | null };

/** Cuts rows fetched with `limit + 1` to a page; `cursor` names the last row kept. */
export function cutPage<Row>(
  rows: Row[],
  limit: number,
  cursor: (row: Row) => readonly (string | number | null)[],
): Page<Row> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, next: rows.length > limit && last !== undefined ? encodeCursor(cursor(last)) : null };
}

/** A cursor is a JSON array in base64url: opaque to callers, readable to us. */
export function encodeCursor(parts: readonly (string | number | null)[]): string {
  const bytes = new TextEncoder().encode(JSON.stringify(parts));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

/** The parts of a cursor, or null when it is not one of ours. */
export function decodeCursor(cursor: string): (string | number | null)[] | null {
  try {
    const binary = atob(cursor.replaceAll('-', '+').replaceAll('_', '/'));
    const parts: unknown = JSON.parse(new TextDecoder().decode(Uint8Array.from(binary, (char) => char.charCodeAt(0))));
    const fits =
      Array.isArray(parts) &&
      parts.every((part) => part === null || typeof part === 'string' || typeof part === 'number');
    return fits ? (parts as (string | number | null)[]) : null;
  } catch {
    return null;
  }
}
