import { useState } from 'react';
import type { MakeToken } from '#shared/accounts/contract.ts';
import { tokenTexts } from '#shared/accounts/token-texts.ts';
import { shellTexts } from '#shared/shell-texts.ts';
import { call } from '../api.ts';
import { queryClient } from '../query.ts';
import { useTexts } from '../texts.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { RadioCards } from '../ui/Choices.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { ErrorSummary } from '../ui/ErrorSummary.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import { useToast } from '../ui/Toast.tsx';
import { useSending } from '../ui/use-sending.ts';

const SCOPES: readonly MakeToken['scope'][] = ['read', 'read-write'];
const USUAL_DAYS = '90';

/** Asks what a new access token is for, and then shows its secret, once. */
export function MakeTokenDialog({ onClose }: { onClose: () => void }) {
  const t = useTexts(tokenTexts);
  const shell = useTexts(shellTexts);
  const { busy, send, sentence, at, id, mends } = useSending('token');
  const [name, setName] = useState('');
  const [scope, setScope] = useState<MakeToken['scope']>('read');
  const [days, setDays] = useState(USUAL_DAYS);
  const [secret, setSecret] = useState<string | null>(null);
  const make = () =>
    send(async () => {
      const made = await call('POST /api/auth/tokens', { body: { name, scope, days: Number(days) } });
      setSecret(made.secret);
      await queryClient.invalidateQueries({ queryKey: ['tokens'] });
    });
  if (secret !== null) return <Secret secret={secret} onClose={onClose} />;
  return (
    <Dialog open onClose={onClose} title={t.makeTitle}>
      <form
        className="mt-2 grid gap-4"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void make();
        }}
      >
        {sentence ? <Banner kind="error">{sentence}</Banner> : null}
        <ErrorSummary errors={mends} />
        <TextInput
          label={t.name}
          hint={t.nameHint}
          id={id('/name')}
          error={at('/name')}
          required
          autoComplete="off"
          value={name}
          onValue={setName}
        />
        <RadioCards
          label={t.scope}
          value={scope}
          onValue={(value) => setScope(value as MakeToken['scope'])}
          choices={SCOPES.map((value) => ({ value, label: t.scopes[value], hint: t.scopeHints[value] }))}
        />
        <TextInput
          label={t.days}
          hint={t.daysHint}
          id={id('/days')}
          error={at('/days')}
          required
          inputMode="numeric"
          autoComplete="off"
          value={days}
          onValue={setDays}
        />
        <div className="dialog-actions">
          <Button onClick={onClose}>{shell.cancel}</Button>
          <Button look="primary" type="submit" busy={busy} busyLabel={t.making}>
            {t.make}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** Closed by its button only, so that a slip does not lose what cannot be shown again. */
function Secret({ secret, onClose }: { secret: string; onClose: () => void }) {
  const t = useTexts(tokenTexts);
  const toast = useToast();
  const copy = async () => {
    await navigator.clipboard.writeText(secret);
    toast({ message: t.copied });
  };
  return (
    <Dialog
      open
      title={t.madeTitle}
      actions={
        <Button look="primary" onClick={onClose}>
          {t.done}
        </Button>
      }
    >
      <p>{t.made}</p>
      <div className="mt-3 flex flex-wrap items-end gap-3">
        <div className="min-w-0 flex-1">
          <TextInput
            label={t.secret}
            readOnly
            value={secret}
            onValue={() => {}}
            onFocus={(event) => event.target.select()}
          />
        </div>
        {navigator.clipboard ? <Button onClick={() => void copy()}>{t.copy}</Button> : null}
      </div>
    </Dialog>
  );
}
