import type { DelegationView } from '#shared/delegations/contract.ts';
import type { RequestView } from '#shared/requests/contract.ts';
import type { NamedPerson } from '#shared/requests/summaries/shape.ts';

/** The people a request may name: those it was answered with, and whoever joined the delegation since. */
export function peopleOf(request: RequestView, delegation: DelegationView | null): NamedPerson[] {
  const named = request.delegates.map(({ id, name, title, removed }) => ({ id, name, title, removed }));
  const joined = (delegation?.delegates ?? [])
    .filter((one) => !named.some((known) => known.id === one.id))
    .map(({ id, familyName, givenName, title }) => ({ id, name: `${familyName} ${givenName}`, title, removed: false }));
  return [...named, ...joined];
}
