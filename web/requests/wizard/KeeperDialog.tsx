import type { DelegationView } from '#shared/delegations/contract.ts';
import type { EventView } from '#shared/events/contract.ts';
import type { Lang } from '#shared/lang.ts';
import type { RequestView } from '#shared/requests/contract.ts';
import { differencesOf } from '#shared/requests/summary.ts';
import { ConflictDialog } from '../../ui/ConflictDialog.tsx';
import { peopleOf } from '../people-of.ts';
import type { AnswerKeeper, KeeperState } from './answer-keeper.ts';

type KeeperDialogProps = {
  request: RequestView;
  event: EventView;
  delegation: DelegationView | null;
  keeper: AnswerKeeper;
  state: KeeperState;
  lang: Lang;
};

/** Somebody else saved meanwhile: both versions side by side, answer by answer. */
export function KeeperDialog({ request, event, delegation, keeper, state, lang }: KeeperDialogProps) {
  const { theirs, answers } = state;
  if (!theirs) return null;
  const context = { lang, timeZone: event.timeZone, people: peopleOf(theirs, delegation) };
  return (
    <ConflictDialog
      open
      differences={differencesOf(request.kind, answers, theirs.details, context)}
      onKeepMine={() => void keeper.keepMine()}
      onTakeTheirs={keeper.takeTheirs}
      onClose={() => {}}
    />
  );
}
