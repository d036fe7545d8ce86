import { useState } from 'react';
import { secondFactorTexts } from '#shared/accounts/second-factor-texts.ts';
import { call } from '../api.ts';
import { useTexts } from '../texts.ts';
import { Button } from '../ui/Button.tsx';
import { RecoveryCodes } from './RecoveryCodes.tsx';
import { LeaveButton } from './SecondStep.tsx';
import { SetUpApp } from './SetUpApp.tsx';
import { useSignedIn } from './signed-in.ts';

/** What a person of the office meets at the first sign-in: nothing else opens before an app is set up. */
export function FirstSetUp() {
  const t = useTexts(secondFactorTexts);
  const signedIn = useSignedIn();
  const [begun, setBegun] = useState(false);
  const [codes, setCodes] = useState<string[] | null>(null);
  const go = async () => signedIn(await call('GET /api/auth/me'));
  return (
    <>
      <h1 className="mb-2 text-28">{t.setUp.title}</h1>
      {codes ? (
        <RecoveryCodes codes={codes} onKept={() => void go()} />
      ) : begun ? (
        <SetUpApp onDone={setCodes} />
      ) : (
        <>
          <p className="mb-6 text-15 text-ink-2">{t.setUp.must}</p>
          <Button look="primary" size={48} className="w-full" onClick={() => setBegun(true)}>
            {t.setUp.begin}
          </Button>
        </>
      )}
      {codes ? null : (
        <p className="mt-5">
          <LeaveButton label={t.step.cancel} />
        </p>
      )}
    </>
  );
}
