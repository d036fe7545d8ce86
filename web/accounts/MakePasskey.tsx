import { type FormEvent, useState } from 'react';
import { passkeyTexts } from '#shared/accounts/passkey-texts.ts';
import { shellTexts } from '#shared/shell-texts.ts';
import { call } from '../api.ts';
import { useTexts } from '../texts.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { makePasskey, wordsOfDevice } from '../ui/passkey.ts';
import { TextInput } from '../ui/TextInput.tsx';
import { useForm } from '../ui/use-form.ts';

type MakePasskeyProps = { onDone: (recoveryCodes: string[] | null) => void; onCancel?: () => void };

/** A name for the passkey, and then the device's own question. */
export function MakePasskey({ onDone, onCancel }: MakePasskeyProps) {
  const t = useTexts(passkeyTexts);
  const shell = useTexts(shellTexts);
  const form = useForm(shell, 'passkey');
  const [name, setName] = useState('');
  const [stopped, setStopped] = useState<string | null>(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setStopped(null);
    void form.send(name.trim() ? [] : [{ id: 'passkey-name', message: t.nameMissing }], async () => {
      const question = await call('POST /api/auth/passkeys/challenge');
      const made = await makePasskey(question).catch((error: unknown) => {
        const words = wordsOfDevice(error, t);
        if (words === null) throw error;
        setStopped(words);
        return null;
      });
      if (!made) return;
      const { recoveryCodes } = await call('POST /api/auth/passkeys', { body: { name, ...made } });
      onDone(recoveryCodes);
    });
  };
  const problem = form.failure ?? stopped;
  return (
    <form onSubmit={submit} noValidate className="mt-2 grid gap-4">
      <p>{t.addBody}</p>
      {problem ? <Banner kind="error">{problem}</Banner> : null}
      <TextInput
        id="passkey-name"
        label={t.name}
        hint={t.nameHint}
        autoComplete="off"
        autoFocus
        value={name}
        onValue={setName}
        error={form.errorOf('passkey-name')}
      />
      <div className="dialog-actions">
        {onCancel ? <Button onClick={onCancel}>{shell.cancel}</Button> : null}
        <Button type="submit" look="primary" busy={form.busy} busyLabel={t.going}>
          {t.go}
        </Button>
      </div>
    </form>
  );
}
