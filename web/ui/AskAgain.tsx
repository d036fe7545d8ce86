import type { Me } from '../query.ts';
import { SignInAgain } from './SignInAgain.tsx';
import { StepUp } from './StepUp.tsx';

/** What may stand between a person and an answer: the session has ended, or it must prove itself once more. */
export function AskAgain({ account }: { account: NonNullable<Me['account']> }) {
  return (
    <>
      <SignInAgain account={account} />
      <StepUp account={account} />
    </>
  );
}
