// The one script of the public pages. They are complete without it: it adds stars, the present minute, what is new
// since the last visit, and the time without a network.
import { follow } from './island/follow.ts';
import { tick } from './island/live.ts';
import { fillMine } from './island/mine.ts';
import { keepOffline } from './island/offline.ts';
import { release } from './island/page.ts';
import { pulse } from './island/pulse.ts';
import { addStars } from './island/stars.ts';

const MINUTE = 60_000;
const CALM_MINUTES = 5;
const { today, screen } = document.body.dataset;
const isLive = today !== undefined || screen !== undefined;

/** A link to a session of a day opens its details. */
function openLinked(): void {
  const id = /^#s=([0-9a-f-]{36})$/.exec(location.hash)?.[1];
  const card = id && document.querySelector(`#grid [data-s^="${id}"]`);
  if (card) card.querySelector<HTMLButtonElement>('h3 button')?.click();
}

/** Whether somebody is in the middle of something that a new page would take away. */
const isBusy = () => document.querySelector(':popover-open,details[open],input:focus,select:focus') !== null;

async function look(): Promise<void> {
  const state = await pulse();
  if (!isLive) return;
  const stale = tick();
  const renew = screen !== undefined || (stale && !isBusy());
  if (renew && state !== 'away' && document.visibilityState === 'visible') location.reload();
}

/** At each full minute, for pages that show the present; for the others it is enough to hear of a new release. */
function keepLooking(): void {
  const wait = isLive ? MINUTE - (Date.now() % MINUTE) + 500 : CALM_MINUTES * MINUTE;
  setTimeout(async () => {
    if (document.visibilityState === 'visible') await look();
    keepLooking();
  }, wait);
}

if (release) {
  if (!screen) {
    addStars();
    fillMine();
    openLinked();
    follow();
  }
  const calmly = window.requestIdleCallback ?? ((work: () => void) => setTimeout(work, 200));
  calmly(async () => {
    await pulse();
    if (isLive) tick();
    await keepOffline();
  });
  keepLooking();
  addEventListener('online', () => void pulse());
  addEventListener('offline', () => void pulse());
  addEventListener('hashchange', openLinked);
}
