import { useState } from 'react';
import type { MeetingView } from '#shared/bilaterals/contract.ts';
import { bilateralTexts } from '#shared/bilaterals/texts.ts';
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
import { useRefreshBilaterals } from './use-planner.ts';

/** Cancels a meeting; the reason is kept. */
export function CancelMeetingDialog({ meeting, onClose }: { meeting: MeetingView; onClose: () => void }) {
  const t = useTexts(bilateralTexts);
  const shell = useTexts(shellTexts);
  const lang = useLang();
  const toast = useToast();
  const refresh = useRefreshBilaterals();
  const { busy, send, sentence, at, id, stale } = useSending('cancel-meeting');
  const [reason, setReason] = useState('');
  const pair = t.pair(inWords(meeting.member.name, lang), inWords(meeting.counterpart.name, lang));
  const submit = () =>
    send(async () => {
      await call('POST /api/meetings/:id/cancellation', {
        params: { id: meeting.id },
        body: { reason },
        ifMatch: meeting.version,
      });
      await refresh();
      toast({ message: t.cancelDone(pair) });
      onClose();
    });
  const reload = stale ? (
    <Button size={30} onClick={() => void refresh()}>
      {shell.retry}
    </Button>
  ) : null;
  return (
    <Dialog open onClose={onClose} title={t.cancelTitle(pair)}>
      <form
        className="mt-2 grid gap-4"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <p>{t.cancelBody}</p>
        {sentence ? (
          <Banner kind="error" action={reload}>
            {sentence}
          </Banner>
        ) : null}
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
            {t.cancelMeeting}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
