import { THEMES } from '#shared/requests/kinds/speaking.ts';
import { type PublicParams, publicAddress } from '#shared/schedule/public-params.ts';
import type { PublicDayView } from '#shared/schedule/public-view.ts';
import { Icon } from './Inline.tsx';
import type { PublicWords } from './words.ts';

type Props = { view: PublicDayView; t: PublicWords };

/** What a form keeps of the address besides its own field. */
function Kept({ params, without }: { params: PublicParams; without: 'q' | 'member' }) {
  const { day, lang, theme, member, q, interp } = params;
  const kept = {
    day,
    lang: lang === 'ja' ? null : lang,
    theme,
    member: without === 'member' ? null : member,
    q: without === 'q' ? null : q || null,
    interp: interp ? '1' : null,
  };
  return Object.entries(kept).map(([name, value]) =>
    value === null ? null : <input key={name} type="hidden" name={name} value={value} />,
  );
}

export function SearchForm({ view, t }: Props) {
  return (
    <search className="find">
      <form action={`/schedule/${view.event.slug}`}>
        <Kept params={view.params} without="q" />
        <input
          type="search"
          name="q"
          defaultValue={view.params.q}
          maxLength={50}
          placeholder={t.search}
          aria-label={t.search}
        />
        <button type="submit" aria-label={t.searchDo}>
          <Icon name="search" />
        </button>
      </form>
    </search>
  );
}

/** Themes, interpretation and members. Each link keeps what the others say. */
export function Filters({ view, t }: Props) {
  const { params, event } = view;
  const link = (change: Partial<PublicParams>) => publicAddress(event.slug, { ...params, ...change });
  const chosen = view.members.find(({ id }) => id === params.member);
  return (
    <nav className="filters" aria-label={t.filters}>
      <ul>
        <li>
          <a className="chip" href={link({ theme: null })} aria-current={params.theme === null ? 'true' : undefined}>
            {t.allThemes}
          </a>
        </li>
        {THEMES.map((theme) => (
          <li key={theme}>
            <a
              className={`chip t-${theme}`}
              href={link({ theme: params.theme === theme ? null : theme })}
              aria-current={params.theme === theme ? 'true' : undefined}
            >
              <i />
              {t.names.theme[theme]}
            </a>
          </li>
        ))}
        <li>
          <a className="chip" href={link({ interp: !params.interp })} aria-current={params.interp ? 'true' : undefined}>
            <Icon name="heard" />
            {t.interpreted}
          </a>
        </li>
      </ul>
      <details className="who">
        <summary className="chip" data-on={chosen ? '' : undefined}>
          {chosen?.name ?? t.byMember}
        </summary>
        <form action={`/schedule/${event.slug}`}>
          <Kept params={params} without="member" />
          <label>
            {t.member}
            <select name="member" defaultValue={params.member ?? ''}>
              <option value="">{t.anyMember}</option>
              {view.members.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </label>
          <button type="submit" className="do">
            {t.narrow}
          </button>
        </form>
      </details>
      <p className="offset">{offsetWords(view, t)}</p>
    </nav>
  );
}

function hours(minutes: number): string {
  const sign = minutes < 0 ? '\u2212' : '+';
  const size = Math.abs(minutes);
  return `${sign}${Math.floor(size / 60)}${size % 60 ? `:${String(size % 60).padStart(2, '0')}` : ''}`;
}

/** How far the venue is from UTC and Japan from the venue. */
export function offsetWords({ offset }: PublicDayView, t: PublicWords): string {
  return t.offset(hours(offset.utc), offset.japan === 0 ? t.sameTime : t.ahead(hours(offset.japan)));
}

/** Which filters are set, in words. */
export function conditionWords({ params, members }: PublicDayView, t: PublicWords): string {
  const member = members.find(({ id }) => id === params.member)?.name ?? params.member;
  const list = [
    params.theme && t.condition.theme(t.names.theme[params.theme]),
    params.member && t.condition.member(member ?? ''),
    params.q && t.condition.q(params.q),
    params.interp && t.condition.interp,
  ];
  return t.conditions(list.filter(Boolean).join(t.listBetween));
}
