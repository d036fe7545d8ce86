import { favouriteClashes } from '#shared/schedule/favourites.ts';
import { brief } from './brief.ts';
import { follow } from './follow.ts';
import { notice } from './notice.ts';
import { icon, make, t } from './page.ts';
import { isRefused, keepFavourites, onStored, starred } from './store.ts';

const changed = new Set<() => void>();

/** Tells of every change of the stars, on this page or another one. */
export function onStars(tell: () => void): void {
  changed.add(tell);
}

const isOn = (id: string) => starred().some((one) => one.id === id);
const tellAll = () => {
  for (const tell of changed) tell();
};

export function star(id: string, on: boolean): void {
  keepFavourites([{ id, on, at: Date.now() }]);
  tellAll();
  follow();
  if (on) void warn(id);
  if (on && isRefused()) notice('refused', t.notKept);
}

/** Says at once with what a new star clashes. */
async function warn(id: string): Promise<void> {
  const known = await brief();
  const slots = starred().flatMap((one) => known.get(one.id) ?? []);
  const clash = favouriteClashes(slots).find(({ first, second }) => first === id || second === id);
  const other = clash && known.get(clash.first === id ? clash.second : clash.first);
  if (!clash || !other) return;
  notice('clash', (clash.kind === 'overlap' ? t.clash : t.way)(other.title, clash.minutes));
}

/** Puts a star on every session of the page. They take no room of their own: the cards have kept a corner free. */
export function addStars(): void {
  for (const card of document.querySelectorAll<HTMLElement>('[data-s]')) {
    const [id = ''] = (card.dataset.s ?? '').split(' ');
    const title = card.querySelector('h1,h3')?.textContent ?? '';
    const button = make('button', { type: 'button', class: 'star' }, icon('star'));
    card.append(button);
    wire(button, id, (on) => button.setAttribute('aria-label', on ? t.starred(title) : t.star(title)));
    const opens = card.querySelector<HTMLButtonElement>('h3 button')?.getAttribute('popovertarget');
    const act = opens && document.getElementById(opens)?.querySelector('.act');
    if (act && !act.querySelector('.star')) {
      const label = make('span', {});
      const inside = make('button', { type: 'button', class: 'do star' }, icon('star'), label);
      act.prepend(inside);
      wire(inside, id, (on) => {
        label.textContent = on ? t.added : t.add;
      });
    }
  }
  const count = document.getElementById('stars');
  const show = () => {
    const { length } = starred();
    if (!count) return;
    count.hidden = length === 0;
    count.textContent = String(length);
    count.setAttribute('aria-label', t.count(length));
  };
  onStars(show);
  onStored(tellAll);
  tellAll();
}

function wire(button: HTMLElement, id: string, label: (on: boolean) => void): void {
  button.addEventListener('click', () => star(id, !isOn(id)));
  onStars(() => {
    const on = isOn(id);
    button.setAttribute('aria-pressed', String(on));
    label(on);
  });
}
