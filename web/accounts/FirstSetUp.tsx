import { useState } from 'react';
import { passkeyTexts } from '#shared/accounts/passkey-texts.ts';
import { secondFactorTexts } from '#shared/accounts/second-factor-texts.ts';
import { call } from '../api.ts';
import { useTexts } from '../texts.ts';
import { Button } from '../ui/Button.tsx';
import { KeyRound } from '../ui/icons.tsx';
import { passkeysHere } from '../ui/passkey.ts';
import { MakePasskey } from './MakePasskey.tsx';
import { RecoveryCodes } from './RecoveryCodes.tsx';
import { LeaveButton } from './SecondStep.tsx';
import { SetUpApp } from './SetUpApp.tsx';
import { useSignedIn } from './signed-in.ts';

/** What a person of the office meets at the first sign-in: nothing else opens before an app or a passkey is set up. */
export function FirstSetUp() {
  const t = useTexts(secondFactorTexts);
  const passkey = useTexts(passkeyTexts);
  const signedIn = useSignedIn();
  const [begun, setBegun] = useState<'app' | 'passkey' | null>(null);
  const [codes, setCodes] = useState<string[] | null>(null);
  const go = async () => signedIn(await call('GET /api/auth/me'));
  return (
    <>
      <h1 className="mb-2 text-28">{t.setUp.title}</h1>
      {codes ? (
        <RecoveryCodes codes={codes} onKept={() => void go()} />
      ) : begun === 'app' ? (
        <SetUpApp onDone={setCodes} />
      ) : begun === 'passkey' ? (
        <MakePasskey onDone={(made) => (made ? setCodes(made) : void go())} onCancel={() => setBegun(null)} />
      ) : (
        <>
          <p className="mb-6 text-15 text-ink-2">{t.setUp.must}</p>
          <div className="grid gap-3">
            <Button look="primary" size={48} className="w-full" onClick={() => setBegun('app')}>
              {passkey.setUpApp}
            </Button>
            {passkeysHere() ? (
              <>
                <Button size={48} className="w-full" onClick={() => setBegun('passkey')}>
                  <KeyRound aria-hidden="true" />
                  {passkey.setUpFirst}
                </Button>
                <p className="text-14 text-ink-2">{passkey.orPasskey}</p>
              </>
            ) : null}
          </div>
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
