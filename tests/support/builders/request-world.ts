import { beforeEach } from 'vitest';
import { requestRoutes } from '#server/requests/routes.ts';
import type { ProblemBody } from '#shared/problem.ts';
import type { RequestView } from '#shared/requests/contract.ts';
import type { RequestState } from '#shared/requests/lifecycle.ts';
import { type Client, ifMatch, useWorld } from '../world.ts';
import { anEvent, aRequest, type RequestMade } from './requests.ts';

/** A world with an event, an officer of a municipality, and a triager and a coordinator of the office. */
export function useRequestWorld() {
  const world = useWorld({ routes: requestRoutes });
  const people = {} as { eventId: string; member: Client; triager: Client; coordinator: Client };
  beforeEach(async () => {
    people.eventId = await anEvent(world.database);
    people.member = await world.as({ role: 'member_editor', name: '架空 市子' });
    people.triager = await world.as({ role: 'staff_triager', name: '事務 一郎' });
    people.coordinator = await world.as({ role: 'staff_coordinator', name: '調整 二子' });
  });
  return {
    world,
    people,
    /** A request of the officer's municipality in a state. */
    make: (state: RequestState, made: Partial<RequestMade> = {}) =>
      aRequest(world.database, {
        eventId: people.eventId,
        memberId: people.member.actor.memberId ?? '',
        state,
        ...made,
      }),
    /** Takes a step by its noun, at version 1 unless another is said. */
    step: (client: Client, id: string, noun: string, body?: unknown, version = 1) =>
      client.post<RequestView & ProblemBody>(`/api/requests/${id}/${noun}`, body, ifMatch(version)),
  };
}

export const codeOf = (answer: { body: ProblemBody }) => answer.body.type.replace('/problems/', '');
