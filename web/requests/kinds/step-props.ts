import type { DelegateView, DelegationView } from '#shared/delegations/contract.ts';
import type { EventView } from '#shared/events/contract.ts';

/** What every page of the wizard gets: the answers so far, a way to change some, and what it may choose from. */
export type StepProps<Details> = {
  details: Details;
  change: (patch: Partial<Details>) => void;
  /** Id and error of the control for an answer, by its JSON Pointer. */
  at: (pointer: string) => { id: string; error: string | undefined };
  event: EventView;
  delegation: DelegationView | null;
};

export function fullName(delegate: Pick<DelegateView, 'familyName' | 'givenName'>): string {
  return `${delegate.familyName} ${delegate.givenName}`;
}
