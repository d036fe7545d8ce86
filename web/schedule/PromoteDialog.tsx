import { useState } from 'react';
import type { SessionView } from '#shared/schedule/contract.ts';
import { sessionTexts } from '#shared/schedule/session-texts.ts';
import { scheduleTexts } from '#shared/schedule/texts.ts';
import { shellTexts } from '#shared/shell-texts.ts';
import { call, Refused } from '../api.ts';
import { inWords } from '../in-words.ts';
import { useLang, useTexts } from '../texts.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import { useToast } from '../ui/Toast.tsx';
import { useSending } from '../ui/use-sending.ts';
import { useRefreshSchedule } from './use-draft.ts';

type PromoteDialogProps = { session: SessionView; speaker: number; onDone: () => void; onClose: () => void };

/** Puts the first who stands by in a speaker's place; asks why, and why all the same when they are elsewhere then. */
export function PromoteDialog({ session, speaker, onDone, onClose }: PromoteDialogProps) {
  const lang = useLang();
  const t = useTexts(sessionTexts);
  const words = useTexts(scheduleTexts);
  const shell = useTexts(shellTexts);
  const toast = useToast();
  const refresh = useRefreshSchedule();
  const { busy, send, sentence, at, id, error } = useSending('promote');
  const [reason, setReason] = useState('');
  const [override, setOverride] = useState('');
  const out = session.speakers[speaker];
  const [next] = session.standbys;
  if (!out || !next) return null;
  const nextName = inWords(next.name, lang);
  const clash = error instanceof Refused && error.code === 'clash';
  const submit = () =>
    send(async () => {
      await call('POST /api/sessions/:id/promotion', {
        params: { id: session.id },
        body: { speaker, reason, ...(override.trim() ? { override } : {}) },
        ifMatch: session.version,
      });
      await refresh();
      toast({ message: t.promoted(nextName) });
      onDone();
    });
  return (
    <Dialog open onClose={onClose} title={t.promoteTitle}>
      <form
        className="mt-2 grid gap-4"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        {sentence ? <Banner kind={clash ? 'action' : 'error'}>{sentence}</Banner> : null}
        <p>{t.promoteBody(inWords(out.name, lang), nextName)}</p>
        <TextInput
          label={t.promoteReason}
          required
          id={id('/reason')}
          error={at('/reason')}
          value={reason}
          onValue={setReason}
        />
        {clash ? (
          <TextInput
            label={t.promoteOverride}
            hint={words.overrideHint}
            id={id('/override')}
            error={at('/override')}
            value={override}
            onValue={setOverride}
          />
        ) : null}
        <div className="dialog-actions">
          <Button onClick={onClose}>{shell.cancel}</Button>
          <Button look="primary" type="submit" busy={busy} busyLabel={t.promoting}>
            {t.promoteSubmit}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
