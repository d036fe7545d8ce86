import { type Actor, isMember } from '#shared/actor.ts';
import { scopeOf, whyNot } from '#shared/permission.ts';
import { textsIn } from '#shared/text.ts';
import { isClosed, type RequestState } from './lifecycle.ts';
import { taskPolicyTexts } from './task-policy-texts.ts';
import type { TaskOwner } from './tasks.ts';

/** Why somebody may not say that a task is done, or open again, in words for a tooltip; null when they may. */
export function whyNotTick(
  actor: Actor,
  task: { owner: TaskOwner },
  request: { state: RequestState } | null = null,
): string | null {
  const words = textsIn(taskPolicyTexts, actor.lang);
  const missing = whyNot(actor, 'task.do');
  if (missing) return missing;
  if (request && request.state !== 'completed' && isClosed(request.state)) return words.requestClosed;
  if (isMember(actor)) return task.owner === 'member' ? null : words.ofOffice;
  // What a municipality has sent by mail or said on the telephone, the coordinator may tick for it.
  return task.owner === 'desk' || scopeOf(actor.role, 'task.plan') === 'all' ? null : words.ofMember;
}

/** Why somebody may not move when a task is due, or null. */
export function whyNotMoveDue(actor: Actor): string | null {
  return whyNot(actor, 'task.plan');
}

/** Why a request gets no task, or null: it is no session, or over. */
export function whyNotAddTask(actor: Actor, request: { kind: string; state: RequestState }): string | null {
  const words = textsIn(taskPolicyTexts, actor.lang);
  if (request.kind !== 'speaking') return words.notForSpeaking;
  return request.state !== 'completed' && isClosed(request.state) ? words.requestClosed : null;
}
