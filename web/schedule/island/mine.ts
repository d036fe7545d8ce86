import { type FavouriteClash, favouriteClashes } from '#shared/schedule/favourites.ts';
import type { BriefSession } from '#shared/schedule/public-brief.ts';
import { brief } from './brief.ts';
import { exchange } from './follow.ts';
import { base, icon, make, query, t } from './page.ts';
import { onStars, star } from './stars.ts';
import { starred } from './store.ts';

/** Fills the page of favourites: by day and time, with what clashes, a calendar file, and the account if somebody likes. */
export function fillMine(): void {
  const place = document.getElementById('mine');
  if (!place) return;
  const draw = async () => {
    const ids = starred().map(({ id }) => id);
    const known = ids.length > 0 ? await brief() : new Map<string, BriefSession>();
    const sessions = ids.flatMap((id) => known.get(id) ?? []).sort((a, b) => a.start - b.start);
    const clashes = favouriteClashes(sessions);
    const gone = known.size > 0 ? ids.filter((id) => !known.has(id)) : [];
    const parts = ids.length === 0 ? [make('p', { class: 'big' }, t.none)] : list(sessions, clashes, known);
    place.replaceChildren(...parts, ...gone.map(lost), ...(sessions.length > 0 ? [calendar(sessions)] : []));
  };
  onStars(() => void draw());
  void draw();
  place.after(account());
}

function list(sessions: BriefSession[], clashes: FavouriteClash[], known: Map<string, BriefSession>): HTMLElement[] {
  const days = [...new Set(sessions.map(({ day }) => day))];
  return days.flatMap((day) => {
    const ofDay = sessions.filter((session) => session.day === day);
    const rows = ofDay.map((session) => row(session, clashes, known));
    return [make('h2', {}, ofDay[0]?.on ?? day), make('ul', {}, ...rows)];
  });
}

function row(session: BriefSession, clashes: FavouriteClash[], known: Map<string, BriefSession>): HTMLElement {
  const { id, title } = session;
  const mine = clashes.filter(({ first, second }) => first === id || second === id);
  const words = mine.map((clash) => {
    const other = known.get(clash.first === id ? clash.second : clash.first)?.title ?? '';
    return make('p', { class: 'clash' }, (clash.kind === 'overlap' ? t.clash : t.way)(other, clash.minutes));
  });
  const link = make('a', { href: `${base}/sessions/${id}${query}` }, session.off ? make('s', {}, title) : title);
  return make(
    'li',
    {},
    make(
      'p',
      { class: 'tm' },
      session.off && make('strong', { class: 'tag' }, t.cancelled),
      make('b', {}, `${t.venue} ${session.venue}`),
      make('span', { class: 'jp' }, ` ${t.japan} ${session.japan}`),
    ),
    make('h3', {}, link),
    make('p', { class: 'og' }, [session.hosts, session.room].filter(Boolean).join('　')),
    ...words,
    remover(id, title),
  );
}

function remover(id: string, title: string): HTMLElement {
  const button = make(
    'button',
    { type: 'button', class: 'star', 'aria-pressed': 'true', 'aria-label': t.starred(title) },
    icon('star'),
  );
  button.addEventListener('click', () => star(id, false));
  return button;
}

/** A star whose session left the programme is said, not silently dropped. */
function lost(id: string): HTMLElement {
  const button = make('button', { type: 'button', class: 'do' }, t.remove);
  button.addEventListener('click', () => star(id, false));
  return make('p', { class: 'lost' }, t.gone, ' ', button);
}

function calendar(sessions: BriefSession[]): HTMLElement {
  const ids = sessions.map(({ id }) => id).join('.');
  const href = `${base}/mine.ics?s=${ids}${query.replace('?', '&')}`;
  return make('p', { class: 'act' }, make('a', { class: 'do', href }, icon('calendar'), t.calendar));
}

function account(): HTMLElement {
  const button = make('button', { type: 'button', class: 'do' }, t.follow);
  const said = make('p', { role: 'status' });
  button.addEventListener('click', async () => {
    const outcome = await exchange();
    if (outcome === 'signed-out') said.replaceChildren(t.signIn, ' ', make('a', { href: '/sign-in' }, t.toSignIn));
    else said.textContent = outcome === 'done' ? t.followed : t.failed;
    // The account may know of more stars than the device did.
    dispatchEvent(new StorageEvent('storage', { key: null }));
  });
  return make('div', { class: 'account' }, make('p', {}, t.followMore), button, said);
}
