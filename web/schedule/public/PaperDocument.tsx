import type { PaperChange, PublicPaperView } from '#shared/schedule/public-paper.ts';
import { publicAddress, readPublicParams } from '#shared/schedule/public-params.ts';
import type { ShownSession } from '#shared/schedule/public-view.ts';
import { formatLongDay, formatShortDay } from '#shared/time.ts';
import { Frame } from './Frame.tsx';
import { Text } from './Inline.tsx';
import type { PublicWords } from './words.ts';

type Props = { view: PublicPaperView; t: PublicWords };

/** Whether a printed list is still right, and what has changed on it since. */
export function PaperDocument({ view, t }: Props) {
  const { site, event, release, lang, code, paper } = view;
  const p = t.screen.paper;
  const base = `/schedule/${event.slug}/paper`;
  return (
    <Frame
      {...{ site, event, release, t }}
      title={p.title}
      description={p.title}
      address={(other) => `${base}/${code}${other === 'ja' ? '' : `?lang=${other}`}`}
      hidden
    >
      <div className="one paper">
        <p>
          {p.title} <b>{code}</b>
        </p>
        {paper ? <Verdict view={view} paper={paper} t={t} /> : <Unknown base={base} code={code} t={t} />}
        {paper ? (
          <p className="act">
            <a
              className="do"
              href={publicAddress(event.slug, { ...readPublicParams(new URLSearchParams()), day: paper.day, lang })}
            >
              {p.toDay(formatLongDay(paper.day, lang))}
            </a>
          </p>
        ) : null}
      </div>
    </Frame>
  );
}

function Verdict({ view, paper, t }: Props & { paper: NonNullable<PublicPaperView['paper']> }) {
  const p = t.screen.paper;
  const { changes } = paper;
  if (changes.length === 0) {
    return (
      <>
        <h1 className="good">{p.current}</h1>
        <p>{p.currentMore(formatLongDay(paper.day, view.lang), view.release.number)}</p>
      </>
    );
  }
  return (
    <>
      <h1 className="bad">{p.old(changes.length)}</h1>
      <p>{p.oldMore(paper.release, view.release.number)}</p>
      {paper.words ? <p>{p.words}</p> : null}
      <ul className="differences">
        {changes.map((change) => (
          <Difference key={(change.before ?? change.after)?.session.id} change={change} t={t} />
        ))}
      </ul>
    </>
  );
}

function Difference({ change: { kind, before, after }, t }: { change: PaperChange; t: PublicWords }) {
  const p = t.screen.paper;
  const shown = after ?? before;
  if (!shown) return null;
  return (
    <li>
      <strong className={kind === 'new' ? 'tag new' : kind === 'removed' || kind === 'cancelled' ? 'tag' : 'tag moved'}>
        {p[kind]}
      </strong>{' '}
      <b>
        <Text of={shown.session.title} t={t} />
      </b>
      {before ? (
        <p className="jp">
          {p.before} <s>{lineOf(before, t)}</s>
        </p>
      ) : null}
      {after && kind !== 'cancelled' ? (
        <p>
          {p.after} {lineOf(after, t)}
        </p>
      ) : null}
    </li>
  );
}

function lineOf(shown: ShownSession, t: PublicWords): string {
  const { room, day } = shown.session;
  const name = room.name[t.lang] || room.name.ja || room.name.en;
  return `${formatShortDay(day, t.lang)} ${t.venue} ${shown.venue} ${t.japan} ${shown.japan} ${name}`;
}

function Unknown({ base, code, t }: { base: string; code: string; t: PublicWords }) {
  const p = t.screen.paper;
  return (
    <>
      <h1>{p.unknown}</h1>
      <p>{p.unknownMore}</p>
      <form action={base} className="enter">
        {t.lang === 'ja' ? null : <input type="hidden" name="lang" value={t.lang} />}
        <label>
          {p.enter} <input name="code" defaultValue={code} maxLength={20} autoComplete="off" />
        </label>
        <button type="submit" className="do">
          {p.check}
        </button>
      </form>
    </>
  );
}
