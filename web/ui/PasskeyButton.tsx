import { useState } from 'react';
import type { PasskeyAnswer, PasskeyQuestion } from '#shared/accounts/passkey-operations.ts';
import { passkeyTexts } from '#shared/accounts/passkey-texts.ts';
import { shellTexts } from '#shared/shell-texts.ts';
import { wordsOf } from '../query.ts';
import { useTexts } from '../texts.ts';
import { Banner } from './Banner.tsx';
import { Button, type ButtonLook, type ButtonSize } from './Button.tsx';
import { KeyRound } from './icons.tsx';
import { answerWithPasskey, passkeysHere, wordsOfDevice } from './passkey.ts';

type PasskeyButtonProps = {
  label: string;
  ask: () => Promise<PasskeyQuestion>;
  answer: (answer: PasskeyAnswer) => Promise<void>;
  look?: ButtonLook;
  size?: ButtonSize;
};

/** Asks for a passkey; not there at all where the browser cannot use one. */
export function PasskeyButton({ label, ask, answer, look = 'secondary', size = 48 }: PasskeyButtonProps) {
  const t = useTexts(passkeyTexts);
  const shell = useTexts(shellTexts);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  if (!passkeysHere()) return null;
  const prove = async () => {
    setBusy(true);
    setFailure(null);
    try {
      await answer(await answerWithPasskey(await ask()));
    } catch (error) {
      setFailure(wordsOfDevice(error, t) ?? wordsOf(error, shell));
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="grid gap-3">
      {failure ? <Banner kind="error">{failure}</Banner> : null}
      <Button look={look} size={size} className="w-full" busy={busy} busyLabel={t.going} onClick={() => void prove()}>
        <KeyRound aria-hidden="true" />
        {label}
      </Button>
    </div>
  );
}
