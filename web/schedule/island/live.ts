import { deskNow, timeIn, venueMinute } from './clock.ts';
import { t, zone } from './page.ts';

/**
 * Keeps the page of today at the minute: what is left, how far it has come, the line of now. Answers whether the page
 * the server would send now would have another session on than this one has.
 */
export function tick(): boolean {
  const now = deskNow();
  const minute = venueMinute(now);
  setText('venue-clock', timeIn(now, zone));
  setText('japan-clock', timeIn(now, 'Asia/Tokyo'));
  for (const element of document.querySelectorAll<HTMLElement>('[data-left]')) {
    element.textContent = t.left(Math.max(0, Number(element.dataset.left) - minute));
  }
  for (const bar of document.querySelectorAll<HTMLProgressElement>('progress[data-from]')) {
    bar.value = minute - Number(bar.dataset.from);
  }
  let stale = false;
  for (const card of document.querySelectorAll<HTMLElement>('.card[data-s]:not(.off)')) {
    const [, from = 0, to = 0] = (card.dataset.s ?? '').split(' ').map(Number);
    const live = from <= minute && minute < to;
    if (live !== card.classList.contains('live')) stale = true;
    card.classList.toggle('live', live);
    card.classList.toggle('past', minute >= to);
    if (!live) continue;
    const left = card.querySelector('.left');
    if (left) left.textContent = t.left(to - minute);
    const bar = card.querySelector('progress');
    if (bar) bar.value = minute - from;
  }
  moveLine(minute, now);
  return stale;
}

function setText(id: string, text: string): void {
  const element = document.getElementById(id);
  if (element && element.textContent !== text) element.textContent = text;
}

/** The line of now between two marks of the scale. */
function moveLine(minute: number, now: Date): void {
  const line = document.getElementById('now');
  if (!line) return;
  const ticks = [...document.querySelectorAll<HTMLElement>('#grid .tick')];
  const at = ticks.findLastIndex((one) => Number(one.dataset.m) <= minute);
  const [before, after] = [ticks[at], ticks[at + 1]];
  if (!before || !after) return;
  const [from, to] = [Number(before.dataset.m), Number(after.dataset.m)];
  const top = before.offsetTop + ((after.offsetTop - before.offsetTop) * (minute - from)) / (to - from);
  line.style.gridRow = '2';
  line.style.translate = `0 ${Math.round(top - (ticks[0]?.offsetTop ?? 0))}px`;
  const [venue, japan] = [timeIn(now, zone), timeIn(now, 'Asia/Tokyo')];
  line.firstElementChild?.replaceChildren(
    Object.assign(document.createElement('b'), { textContent: venue }),
    ` ${japan}`,
  );
}
