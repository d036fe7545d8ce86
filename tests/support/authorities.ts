import type { AuthorityView } from '#shared/accounts/authority.ts';
import type { ProblemBody } from '#shared/problem.ts';
import { addDelegation } from './delegations.ts';
import { addEvent } from './events.ts';
import type { Client, World } from './world.ts';

/** The days on which authorities of the tests hold, when nothing else is said. */
export const DAYS = { fromDay: '2026-07-01', untilDay: '2026-07-31' };

/** A municipality with a manager, a secretary and two delegates, of whom the first is the mayor. */
export async function aSecretariat(world: World) {
  const eventId = await addEvent(world);
  const manager = await world.as({ role: 'member_manager', name: '試験 課長' });
  const memberId = manager.actor.memberId ?? '';
  const secretary = await world.as({ role: 'member_editor', memberId, name: '山田 秘書' });
  const { delegates, id: delegation } = await addDelegation(world, { eventId, memberId, delegates: 2 });
  const [mayor = '', deputy = ''] = delegates;
  const path = `/api/members/${memberId}/authorities`;
  const body = { accountId: secretary.actor.accountId, delegateId: mayor, ...DAYS };
  const give = (more: object = {}, by: Client = manager) =>
    by.post<AuthorityView & ProblemBody>(path, { ...body, ...more });
  return { eventId, manager, secretary, memberId, delegation, mayor, deputy, path, give };
}
