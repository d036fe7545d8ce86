import { useState } from 'react';
import { scheduleTexts } from '#shared/schedule/texts.ts';
import { shellTexts } from '#shared/shell-texts.ts';
import { call, newIdempotencyKey } from '../api.ts';
import { useMe } from '../query.ts';
import { useTexts } from '../texts.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import { useToast } from '../ui/Toast.tsx';
import { useSending } from '../ui/use-sending.ts';
import { useRefreshSchedule } from './use-draft.ts';

/** Publishes the draft as it stands, after saying how much that changes. */
export function ReleaseDialog({ changed, onClose }: { changed: number; onClose: () => void }) {
  const t = useTexts(scheduleTexts);
  const shell = useTexts(shellTexts);
  const toast = useToast();
  const event = useMe()?.currentEvent?.slug ?? '';
  const refresh = useRefreshSchedule();
  const { busy, send, sentence, at, id } = useSending('release');
  const [comment, setComment] = useState({ ja: '', en: '' });
  const [key] = useState(newIdempotencyKey);
  const submit = () =>
    send(async () => {
      const release = await call('POST /api/events/:event/releases', {
        params: { event },
        body: { comment },
        idempotencyKey: key,
      });
      await refresh();
      toast({ message: t.released(release.number) });
      onClose();
    });
  return (
    <Dialog open onClose={onClose} title={t.releaseTitle}>
      <form
        className="mt-2 grid gap-4"
        noValidate
        onSubmit={(submitted) => {
          submitted.preventDefault();
          void submit();
        }}
      >
        <p>{t.releaseBody(changed)}</p>
        {sentence ? <Banner kind="error">{sentence}</Banner> : null}
        <TextInput
          label={t.commentJa}
          id={id('/comment/ja')}
          error={at('/comment/ja')}
          value={comment.ja}
          onValue={(ja) => setComment({ ...comment, ja })}
          limit={200}
        />
        <TextInput
          label={t.commentEn}
          lang="en"
          id={id('/comment/en')}
          error={at('/comment/en')}
          value={comment.en}
          onValue={(en) => setComment({ ...comment, en })}
          limit={200}
        />
        <div className="dialog-actions">
          <Button onClick={onClose}>{shell.cancel}</Button>
          <Button look="primary" type="submit" busy={busy} busyLabel={t.releasing}>
            {t.releaseSubmit}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
