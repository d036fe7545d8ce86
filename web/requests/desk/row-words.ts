import type { Lang } from '#shared/lang.ts';
import type { RequestRow } from '#shared/requests/contract.ts';
import { queueTexts } from '#shared/requests/queue-texts.ts';
import { usualDays } from '#shared/requests/risk.ts';
import { type ShownState, shownState } from '#shared/requests/shown-state.ts';
import { requestWords } from '#shared/requests/words.ts';
import { textsIn } from '#shared/text.ts';
import { formatDeadline, formatLeft } from '#shared/time.ts';
import { inWords } from '../../in-words.ts';
import { groupOf } from './queue-groups.ts';

type Named = Pick<RequestRow, 'member' | 'turn' | 'state'>;

/** Whose turn it is, by name: the municipality's own, ours, or the other side. */
export function turnName(row: Pick<Named, 'member' | 'turn'>, lang: Lang): string {
  const t = textsIn(queueTexts, lang);
  if (row.turn === 'member') return inWords(row.member.name, lang);
  if (row.turn === 'desk') return t.iclei;
  return row.turn === 'counterpart' ? t.counterpart : '–';
}

export function stateWords(row: Named, lang: Lang): { state: ShownState; label: string } {
  const state = shownState(row);
  return { state, label: textsIn(requestWords, lang).state[state] };
}

/** What the request is about, or words that say nothing has been entered yet. */
export function titleWords(row: Pick<RequestRow, 'title' | 'kind'>, lang: Lang): string {
  return inWords(row.title, lang) || textsIn(requestWords, lang).untitled[row.kind];
}

/** The number without the event: S-0214 out of COP32-S-0214. */
export function shortReference(reference: string | null): string {
  return reference?.replace(/^.*-(\D-)?(?=\d+$)/, '') ?? '';
}

/** The due date for a row: how loud it is, how much is left, and everything behind it for the pointer. */
export function dueWords(row: Pick<RequestRow, 'kind' | 'state' | 'dueAt' | 'riskAt'>, now: Date, lang: Lang) {
  if (!row.dueAt) return null;
  const group = groupOf(row, now);
  const left = formatLeft(row.dueAt, now, lang);
  const hint = textsIn(queueTexts, lang).dueHint(formatDeadline(row.dueAt, lang), left, usualDays(row.kind, row.state));
  return { tone: group === 'overdue' ? 'late' : group === 'at_risk' ? 'soon' : 'calm', left, hint } as const;
}
