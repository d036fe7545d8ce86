import { isMember } from '#shared/actor.ts';
import { useActor } from '../layouts/use-account.ts';
import { DeskTasks } from './tasks/DeskTasks.tsx';
import { MemberTasks } from './tasks/MemberTasks.tsx';

/** What must be done before and after sessions: a municipality's own, or everybody's for the office. */
export function TasksPage() {
  const actor = useActor();
  if (!actor) return null;
  return isMember(actor) ? <MemberTasks /> : <DeskTasks />;
}
