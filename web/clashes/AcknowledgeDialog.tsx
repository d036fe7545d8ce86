import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { FindingView } from '#shared/clashes/contract.ts';
import { clashTexts } from '#shared/clashes/texts.ts';
import { shellTexts } from '#shared/shell-texts.ts';
import { call } from '../api.ts';
import { useMe } from '../query.ts';
import { useTexts } from '../texts.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import { useToast } from '../ui/Toast.tsx';
import { useSending } from '../ui/use-sending.ts';
import { useFindingWords } from './FindingsList.tsx';

/** Lets a finding be; the reason is kept, and it counts again when something it is about moves. */
export function AcknowledgeDialog({ finding, onClose }: { finding: FindingView; onClose: () => void }) {
  const t = useTexts(clashTexts);
  const shell = useTexts(shellTexts);
  const toast = useToast();
  const client = useQueryClient();
  const event = useMe()?.currentEvent?.slug ?? '';
  const { busy, send, sentence, at, id } = useSending('acknowledge');
  const [reason, setReason] = useState('');
  const words = useFindingWords()(finding);
  const submit = () =>
    send(async () => {
      const answer = await call('PUT /api/events/:event/findings/:key/acknowledgement', {
        params: { event, key: finding.key },
        body: { stamp: finding.stamp, reason },
      });
      client.setQueryData(['findings', event], answer);
      toast({ message: t.acknowledgedDone });
      onClose();
    });
  return (
    <Dialog open onClose={onClose} title={t.acknowledgeTitle}>
      <form
        className="mt-2 grid gap-4"
        noValidate
        onSubmit={(submitted) => {
          submitted.preventDefault();
          void submit();
        }}
      >
        <p>
          <b>{words}</b>
        </p>
        <p>{t.acknowledgeBody}</p>
        {sentence ? <Banner kind="error">{sentence}</Banner> : null}
        <TextInput
          label={t.acknowledgeReason}
          required
          id={id('/reason')}
          error={at('/reason')}
          value={reason}
          onValue={setReason}
          limit={200}
        />
        <div className="dialog-actions">
          <Button onClick={onClose}>{shell.cancel}</Button>
          <Button look="primary" type="submit" busy={busy}>
            {t.acknowledgeSubmit}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
