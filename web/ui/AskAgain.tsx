import { useEffect } from 'react';
import { onWaiting } from '../api.ts';
import type { Me } from '../query.ts';
import { SignInAgain } from './SignInAgain.tsx';
import { StepUp } from './StepUp.tsx';
import { useToast } from './Toast.tsx';

/** What may stand between a person and an answer: the session has ended, must prove itself once more, or asked too much. */
export function AskAgain({ account }: { account: NonNullable<Me['account']> }) {
  const toast = useToast();
  useEffect(() => {
    onWaiting((message) => toast({ message }));
    return () => onWaiting(null);
  }, [toast]);
  return (
    <>
      <SignInAgain account={account} />
      <StepUp account={account} />
    </>
  );
}
