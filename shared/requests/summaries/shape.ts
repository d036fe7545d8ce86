import type { DelegateId } from '#shared/ids.ts';
import type { Bilingual, Lang } from '#shared/lang.ts';

/** A person a request names, as far as a summary shows them. */
export type NamedPerson = { id: DelegateId; name: string; title: Bilingual; removed?: boolean };

export type SummaryContext = { lang: Lang; timeZone: string; people: readonly NamedPerson[] };

/** One line of an answer; `lang` where it was typed in a language of its own, `small` for what only explains. */
export type SummaryLine = { text: string; lang?: Lang; small?: true };
export type SummaryRow = { key: string; label: string; lines: SummaryLine[] };
export type SummarySection = { step: string; title: string; rows: SummaryRow[] };
