import type { Tx } from '#db/connect.ts';
import type { RequestRecord } from '#db/queries/requests.ts';
import { lockSession, sessionById } from '#db/queries/sessions.ts';
import type { Actor } from '#shared/actor.ts';
import type { ProgrammeSessionId } from '#shared/ids.ts';
import { refuse } from '#shared/problem.ts';
import type { SessionView } from '#shared/schedule/contract.ts';
import { lockRequestOf } from './follow-request.ts';
import { presentSession } from './present.ts';

export type OpenSession = { eventId: string; request: RequestRecord | null; before: SessionView };

/** Locks a session for a change, its request before it, and refuses when it is not the version that was looked at. */
export async function openSession(tx: Tx, actor: Actor, id: ProgrammeSessionId, version: number): Promise<OpenSession> {
  const found = (await sessionById(tx, id)) ?? refuse('not-found', {});
  const request = await lockRequestOf(tx, actor, found);
  const { eventId } = (await lockSession(tx, id)) ?? refuse('not-found', {});
  const before = await readSession(tx, id);
  if (before.version !== version) refuse('changed-meanwhile', {}, { current: before });
  return { eventId, request, before };
}

/** A session as it stands within the transaction. */
export async function readSession(tx: Tx, id: string): Promise<SessionView> {
  return presentSession((await sessionById(tx, id)) ?? refuse('not-found', {}));
}
