import { byline } from '#shared/accounts/byline.ts';
import type { Lang } from '#shared/lang.ts';
import type { HistoryView } from '#shared/requests/contract.ts';
import { historyTexts } from '#shared/requests/history-texts.ts';
import type { RequestState } from '#shared/requests/lifecycle.ts';
import { REQUEST_STATES } from '#shared/requests/lifecycle.ts';
import { shownState } from '#shared/requests/shown-state.ts';
import { requestWords } from '#shared/requests/words.ts';
import { textsIn } from '#shared/text.ts';

type Entry = Pick<HistoryView, 'actor' | 'subject' | 'action'> & Partial<Pick<HistoryView, 'principal'>>;

/** What was done, in words. An action nobody has put into words yet keeps its name in brackets. */
export function didWords({ subject, action }: Pick<Entry, 'subject' | 'action'>, lang: Lang): string {
  const t = textsIn(historyTexts, lang);
  const actions: Readonly<Record<string, string>> = t.actions;
  const verbs: Readonly<Record<string, (subject: string) => string>> = t.verbs;
  const named = (t.subjects as Readonly<Record<string, string>>)[subject] ?? subject;
  return actions[`${subject}/${action}`] ?? actions[action] ?? verbs[action]?.(named) ?? t.other(named, action);
}

/** Every action that has words, to choose one from. */
export function actionWords(lang: Lang): { value: string; label: string }[] {
  const t = textsIn(historyTexts, lang);
  const plain = Object.entries(t.actions).filter(([action]) => !action.includes('/'));
  const verbs = Object.entries(t.verbs).map(([action, words]) => [action, words('…')] as const);
  return [...plain, ...verbs].map(([value, label]) => ({ value, label }));
}

/** Who did it, and for whom. What nobody did was the program's own doing. */
export function whoWords({ actor, principal }: Pick<Entry, 'actor' | 'principal'>, lang: Lang): string {
  return byline(actor || textsIn(historyTexts, lang).system, principal, lang);
}

/** Who did what, in a sentence. */
export function historySentence(entry: Entry, lang: Lang): string {
  const t = textsIn(historyTexts, lang);
  return t.sentence(whoWords(entry, lang), didWords(entry, lang));
}

const isRequestState = (state: string): state is RequestState => (REQUEST_STATES as readonly string[]).includes(state);

/** From which state to which, in people's words; empty when the state stayed. */
export function stateChange(entry: Pick<HistoryView, 'subject' | 'fromState' | 'toState'>, lang: Lang): string {
  const { fromState: from, toState: to } = entry;
  if (!from || !to || from === to || entry.subject !== 'request') return '';
  if (!isRequestState(from) || !isRequestState(to)) return '';
  const words = textsIn(requestWords, lang).state;
  const name = (state: RequestState) => words[shownState({ state, turn: 'none' })];
  return textsIn(historyTexts, lang).fromTo(name(from), name(to));
}
