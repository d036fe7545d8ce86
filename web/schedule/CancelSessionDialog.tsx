import { useState } from 'react';
import type { SessionView } from '#shared/schedule/contract.ts';
import { scheduleTexts } from '#shared/schedule/texts.ts';
import { shellTexts } from '#shared/shell-texts.ts';
import { call } from '../api.ts';
import { inWords } from '../in-words.ts';
import { useLang, useTexts } from '../texts.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import { useToast } from '../ui/Toast.tsx';
import { useSending } from '../ui/use-sending.ts';
import { useRefreshSchedule } from './use-draft.ts';

/** Cancels a session; the reason is kept. */
export function CancelSessionDialog({ session, onClose }: { session: SessionView; onClose: () => void }) {
  const lang = useLang();
  const t = useTexts(scheduleTexts);
  const shell = useTexts(shellTexts);
  const toast = useToast();
  const refresh = useRefreshSchedule();
  const { busy, send, sentence, at, id } = useSending('cancel-session');
  const [reason, setReason] = useState('');
  const title = inWords(session.title, lang);
  const submit = () =>
    send(async () => {
      await call('POST /api/sessions/:id/cancellation', {
        params: { id: session.id },
        body: { reason },
        ifMatch: session.version,
      });
      await refresh();
      toast({ message: t.cancelDone(title) });
      onClose();
    });
  return (
    <Dialog open onClose={onClose} title={t.cancelTitle(title)}>
      <form
        className="mt-2 grid gap-4"
        noValidate
        onSubmit={(submitted) => {
          submitted.preventDefault();
          void submit();
        }}
      >
        <p>{t.cancelBody}</p>
        {sentence ? <Banner kind="error">{sentence}</Banner> : null}
        <TextInput
          label={t.reason}
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
            {t.cancelSession}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
