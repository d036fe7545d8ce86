import type { RequestRow } from '#shared/requests/contract.ts';
import { shownState } from '#shared/requests/shown-state.ts';
import { requestWords } from '#shared/requests/words.ts';
import { inWords } from '../in-words.ts';
import { useLang, useTexts } from '../texts.ts';
import { StatusPill } from '../ui/StatusPill.tsx';
import { TurnLine } from '../ui/Turn.tsx';

/** The state of a request, and whose turn it is by when. */
export function StateAndTurn({ row }: { row: RequestRow }) {
  const lang = useLang();
  const words = useTexts(requestWords);
  const mine = row.turn === 'member';
  return (
    <>
      <StatusPill state={shownState(row)} label={words.state[shownState(row)]} />
      {row.turn === 'none' ? null : (
        <TurnLine who={mine ? inWords(row.member.name, lang) : words.turn[row.turn]} due={row.dueAt} mine={mine} />
      )}
    </>
  );
}
