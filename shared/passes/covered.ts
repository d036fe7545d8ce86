import type { PassPerson } from '#shared/requests/kinds/pass.ts';

/** The people of a request who need a place of ours: not reserves, and not those whose pass comes another way. */
export function needingPlace(people: readonly PassPerson[]): PassPerson[] {
  return people.filter((one) => !one.reserve && !one.elsewhere);
}

/** Whether everybody of the request who needs a place holds one. A request that needs none is not thereby fulfilled. */
export function allCovered(people: readonly PassPerson[], holders: ReadonlySet<string>): boolean {
  const needing = needingPlace(people);
  return needing.length > 0 && needing.every((one) => holders.has(one.delegateId));
}
