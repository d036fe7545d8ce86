import type { Favourite } from '#shared/schedule/favourites.ts';
import { slug } from './page.ts';
import { favourites, keepFavourites, remember, visit } from './store.ts';

const PAUSE_MS = 1_500;
let waiting: ReturnType<typeof setTimeout> | undefined;

/** Tells the account of the device's stars a moment later, when somebody has asked for that. */
export function follow(): void {
  if (!visit().follows) return;
  clearTimeout(waiting);
  waiting = setTimeout(() => void exchange(), PAUSE_MS);
}

/**
 * Merges the device's stars with the account's, on both sides. Only here do the public pages speak with the API, and
 * only after somebody has pressed for it.
 */
export async function exchange(): Promise<'done' | 'signed-out' | 'failed'> {
  try {
    const answer = await fetch(`/api/events/${slug}/favourites`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ items: favourites().map((one) => ({ ...one, at: new Date(one.at).toISOString() })) }),
    });
    if (answer.status === 401 || answer.status === 403) {
      remember({ follows: false });
      return 'signed-out';
    }
    if (!answer.ok) return 'failed';
    const { items } = (await answer.json()) as { items: (Omit<Favourite, 'at'> & { at: string })[] };
    keepFavourites(items.map((one) => ({ ...one, at: Date.parse(one.at) })));
    remember({ follows: true });
    return 'done';
  } catch {
    return 'failed';
  }
}
