import { type Bilingual, inLang } from '#shared/lang.ts';
import type { PublicWords } from './words.ts';

/** A text in the page's language; where only the other one was given, that one, marked so for readers and machines. */
export function Text({ of, t }: { of: Bilingual; t: PublicWords }) {
  const { text, lang, fallback } = inLang(of, t.lang);
  return fallback ? <span lang={lang}>{text}</span> : text;
}

/** The beginning of a span of time in words. */
export function startOf(span: string): string {
  return span.split('\u2013', 1)[0] ?? span;
}

/** Several names in a row. */
export function Names({ of, t }: { of: readonly Bilingual[]; t: PublicWords }) {
  return of.map((name, at) => (
    <span key={`${name.ja}${name.en}`}>
      {at > 0 ? t.between : ''}
      <Text of={name} t={t} />
    </span>
  ));
}

/** Venue time first and bold, Japan time second; both say whose time they are. */
export function Clocks({ venue, japan, t }: { venue: string; japan: string; t: PublicWords }) {
  return (
    <>
      <b>
        <span className="hidden-text">{t.venue} </span>
        {venue}
      </b>{' '}
      <span className="jp">
        {t.japan} {japan}
      </span>
    </>
  );
}

const DRAWINGS = {
  search: 'M8.7 14.4a5.700 5.700 0 1 0 0-11.400 5.700 5.700 0 0 0 0 11.400zM13 13l4 4',
  heard: 'M3.500 12.500V10a6.500 6.500 0 0 1 13 0v2.500M3 11.500h3.500V17H3zM13.500 11.500H17V17h-3.500z',
  pin: 'M10 17.500s5.500-5 5.500-9.200a5.500 5.500 0 0 0-11 0c0 4.200 5.500 9.200 5.500 9.200zM10 6.500v3.500',
  calendar: 'M3 4.500h14V17H3zM3 8.500h14M6.500 3v3M13.500 3v3',
  close: 'm5 5 10 10M15 5 5 15',
  back: 'M12 4 6 10l6 6',
  star: 'm10 3 2.150 4.500 4.850.65-3.550 3.400.9 4.900L10 14.100l-4.350 2.350.9-4.900L3 8.150l4.850-.65z',
  list: 'M7 5.500h10M7 10h10M7 14.500h10M3.300 5.500v.1M3.300 10v.1M3.300 14.500v.1',
  clock: 'M10 17.500a7.500 7.500 0 1 0 0-15 7.500 7.500 0 0 0 0 15zM10 6v4l3 2',
  changed: 'M4 10h12M11 5l5 5-5 5',
} as const;

export type Drawing = keyof typeof DRAWINGS;

/** Every drawing once; the page shows them by name. */
export function Drawings() {
  return (
    <svg className="hidden-text" aria-hidden="true">
      {Object.entries(DRAWINGS).map(([name, path]) => (
        <symbol key={name} id={`i-${name}`} viewBox="0 0 20 20">
          <path d={path} />
        </symbol>
      ))}
    </svg>
  );
}

export function Icon({ name }: { name: Drawing }) {
  return (
    <svg className="i" aria-hidden="true">
      <use href={`#i-${name}`} />
    </svg>
  );
}
