import { type Favourite, mergeFavourites } from '#shared/schedule/favourites.ts';
import { slug } from './page.ts';

/** What the device remembers. Where storage is refused or full, the page remembers until it is closed, and says so. */
const here = new Map<string, string>();
let refused = false;

function get(key: string): string | null {
  try {
    return localStorage.getItem(key) ?? here.get(key) ?? null;
  } catch {
    refused = true;
    return here.get(key) ?? null;
  }
}

function set(key: string, value: string): void {
  here.set(key, value);
  try {
    localStorage.setItem(key, value);
    refused = false;
  } catch {
    refused = true;
  }
}

/** Whether the last thing to be remembered was not kept on the device. */
export const isRefused = () => refused;

function parsed<Value>(text: string | null, otherwise: Value): Value {
  try {
    return text === null ? otherwise : (JSON.parse(text) as Value);
  } catch {
    return otherwise;
  }
}

const STARS = `cop-desk.stars.${slug}`;
const VISIT = `cop-desk.visit.${slug}`;

/** Anybody can write into a device's storage: what does not look like a favourite is left out. */
export function favourites(): Favourite[] {
  const found = parsed<unknown>(get(STARS), []);
  return (Array.isArray(found) ? found : []).filter(
    (one): one is Favourite => typeof one?.id === 'string' && typeof one.on === 'boolean' && Number.isFinite(one.at),
  );
}

/** Takes in what is known elsewhere; answers with everything. */
export function keepFavourites(more: readonly Favourite[]): Favourite[] {
  const merged = mergeFavourites(favourites(), more);
  set(STARS, JSON.stringify(merged));
  return merged;
}

export const starred = () => favourites().filter(({ on }) => on);

export type Visit = {
  /** The release somebody has seen, or said that they have. */
  seen?: number;
  /** When the page was known to be right, in the desk's time, and how far that is ahead of the device's clock. */
  at?: string;
  ahead?: number;
  /** Whether stars follow the account. */
  follows?: boolean;
};

export const visit = () => parsed<Visit>(get(VISIT), {});
export const remember = (more: Visit) => set(VISIT, JSON.stringify({ ...visit(), ...more }));

/** What another page of the same device has changed. */
export function onStored(changed: () => void): void {
  addEventListener('storage', ({ key }) => {
    if (key === STARS || key === null) changed();
  });
}
