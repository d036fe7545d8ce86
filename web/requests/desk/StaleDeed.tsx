import type { RequestView } from '#shared/requests/contract.ts';
import { deskTexts } from '#shared/requests/desk-texts.ts';
import { verdictTexts } from '#shared/requests/verdict-texts.ts';
import { formatDeadline, formatStamp } from '#shared/time.ts';
import { useLang, useTexts } from '../../texts.ts';
import { ConflictDialog } from '../../ui/ConflictDialog.tsx';
import { stateWords, turnName } from './row-words.ts';
import type { Deed, DeedInput } from './verdicts.ts';

type StaleDeedProps = {
  seen: RequestView;
  current: RequestView;
  deed: Deed;
  input: DeedInput;
  onAgain: () => void;
  onTake: () => void;
};

/** Somebody else was first: what I saw and wanted beside what is saved now. Nothing typed is lost meanwhile. */
export function StaleDeed({ seen, current, deed, input, onAgain, onTake }: StaleDeedProps) {
  const lang = useLang();
  const t = useTexts(deskTexts).conflict;
  const verdict = useTexts(verdictTexts).verdict;
  const due = (one: RequestView) => (one.dueAt ? formatDeadline(one.dueAt, lang) : '–');
  const state = (one: RequestView) => stateWords(one, lang).label;
  return (
    <ConflictDialog
      open
      by={null}
      differences={[
        { label: t.yours, mine: verdict[deed], theirs: formatStamp(current.updatedAt, lang) },
        { label: t.text, mine: input.body || input.reason, theirs: '' },
        { label: t.state, mine: state(seen), theirs: state(current) },
        { label: t.turn, mine: turnName(seen, lang), theirs: turnName(current, lang) },
        { label: t.owner, mine: seen.owner?.name ?? '–', theirs: current.owner?.name ?? '–' },
        { label: t.due, mine: due(seen), theirs: due(current) },
      ]}
      onKeepMine={onAgain}
      onTakeTheirs={onTake}
      onClose={onTake}
    />
  );
}
