import type { BulkInput, RequestView } from '#shared/requests/contract.ts';
import type { RequestAction } from '#shared/requests/lifecycle.ts';

/** What the office can do with a request from its panel; each names the step of the lifecycle that permits it. */
export const VERDICTS = ['approve', 'ask', 'waitlist', 'decline', 'start', 'offer', 'reopen', 'complete'] as const;
export type Verdict = (typeof VERDICTS)[number];
/** Things that are no step of the lifecycle. */
export type Deed = Verdict | 'assign' | 'next';

/** The four with a key and a button of their own. */
export const MAIN_VERDICTS = ['approve', 'ask', 'waitlist', 'decline'] as const satisfies readonly Verdict[];

/** Why a verdict cannot be given now, in words, or null. A step the server did not name is not offered at all. */
export function whyNotNow(request: Pick<RequestView, 'actions'>, verdict: Verdict): string | null | undefined {
  const found = request.actions.find(({ action }) => action === (verdict satisfies RequestAction));
  return found === undefined ? undefined : found.whyNot;
}

/** Verdicts worth showing in the menu: those possible now. */
export function possible(request: Pick<RequestView, 'actions'>, verdicts: readonly Verdict[]): Verdict[] {
  return verdicts.filter((verdict) => whyNotNow(request, verdict) === null);
}

export type DeedInput = {
  body: string;
  nextStep: string;
  dueAt: string;
  reason: string;
  ownerId: string | null;
  note: string;
  turn: 'member' | 'desk' | 'counterpart';
};

/**
 * The same deed as an act on many, which can be taken back with one key; null for what cannot be done to many.
 * A reason for waiting is kept only by the act on one.
 */
export function asAct(deed: Deed, input: DeedInput): BulkInput['act'] | null {
  switch (deed) {
    case 'start':
    case 'approve':
      return { do: deed };
    case 'waitlist':
      return input.reason ? null : { do: deed };
    case 'decline':
      return { do: 'decline', reason: input.reason };
    case 'ask':
      return { do: 'ask', nextStep: input.nextStep, body: input.body, dueAt: input.dueAt };
    case 'assign':
      return input.note
        ? null
        : { do: 'assign', ownerId: input.ownerId as Extract<BulkInput['act'], { do: 'assign' }>['ownerId'] };
    default:
      return null;
  }
}
