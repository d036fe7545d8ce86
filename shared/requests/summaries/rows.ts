import type { DelegateId } from '#shared/ids.ts';
import { inLang, type Lang } from '#shared/lang.ts';
import { textsIn } from '#shared/text.ts';
import { requestTexts } from '../texts.ts';
import type { NamedPerson, SummaryLine, SummaryRow } from './shape.ts';

/** The rows of one page of the wizard. */
export type PageRows = { step: string; rows: SummaryRow[] };

/** Collects rows. `text` leaves out an empty answer unless it is one that must be given. */
export function rowList(lang: Lang) {
  const t = textsIn(requestTexts, lang);
  const rows: SummaryRow[] = [];
  const add = (key: string, label: string, ...lines: SummaryLine[]): void => {
    if (lines.length > 0) rows.push({ key, label, lines });
  };
  const text = (key: string, label: string, value: string, options: { needed?: boolean; in?: Lang } = {}): void => {
    if (value !== '') add(key, label, options.in ? { text: value, lang: options.in } : { text: value });
    else if (options.needed) add(key, label, { text: t.notAnswered, small: true });
  };
  return { rows, add, text };
}

/** A person's name with their title: 石黒 誠　環境部長. */
export function personLine(
  id: DelegateId | null,
  people: readonly NamedPerson[],
  lang: Lang,
  missing: string,
): SummaryLine {
  const t = textsIn(requestTexts, lang);
  if (id === null) return { text: missing };
  const person = people.find((one) => one.id === id);
  if (!person) return { text: t.unknownPerson };
  const title = inLang(person.title, lang).text;
  const name = title ? `${person.name}${t.join}${title}` : person.name;
  return { text: person.removed ? `${name}（${t.removed}）` : name };
}
