import { useState } from 'react';
import type { PassView } from '#shared/passes/contract.ts';
import { passTexts } from '#shared/passes/texts.ts';
import { shellTexts } from '#shared/shell-texts.ts';
import { call } from '../api.ts';
import { useTexts } from '../texts.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import { useToast } from '../ui/Toast.tsx';
import { useSending } from '../ui/use-sending.ts';
import { useRefreshPasses } from './use-board.ts';

/** Gives a place back to its pool; the reason is kept. */
export function GiveBackDialog({ pass, onClose }: { pass: PassView; onClose: () => void }) {
  const t = useTexts(passTexts);
  const shell = useTexts(shellTexts);
  const toast = useToast();
  const refresh = useRefreshPasses();
  const { busy, send, sentence, at, id } = useSending('give-back');
  const [reason, setReason] = useState('');
  const { name } = pass.delegate;
  const submit = () =>
    send(async () => {
      await call('POST /api/passes/:id/release', { params: { id: pass.id }, body: { reason }, ifMatch: pass.version });
      await refresh();
      toast({ message: t.giveBackDone(name) });
      onClose();
    });
  return (
    <Dialog open onClose={onClose} title={t.giveBackTitle(name)}>
      <form
        className="mt-2 grid gap-4"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <p>{t.giveBackBody}</p>
        {sentence ? <Banner kind="error">{sentence}</Banner> : null}
        <TextInput
          label={t.reason}
          hint={t.reasonHint}
          required
          id={id('/reason')}
          error={at('/reason')}
          value={reason}
          onValue={setReason}
          limit={200}
        />
        <div className="dialog-actions">
          <Button onClick={onClose}>{shell.cancel}</Button>
          <Button look="danger" type="submit" busy={busy}>
            {t.giveBack}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
