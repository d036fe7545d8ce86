import { useState } from 'react';
import type { OrganisationId } from '#shared/ids.ts';
import { REQUEST_KINDS, type RequestKind } from '#shared/requests/kind-names.ts';
import { kindOf } from '#shared/requests/kinds.ts';
import { queueTexts } from '#shared/requests/queue-texts.ts';
import { requestWords } from '#shared/requests/words.ts';
import { shellTexts } from '#shared/shell-texts.ts';
import { call, newIdempotencyKey } from '../../api.ts';
import { inWords } from '../../in-words.ts';
import { useGo } from '../../navigation.ts';
import { paths } from '../../paths.ts';
import { useLang, useTexts } from '../../texts.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { RadioCards } from '../../ui/Choices.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Select } from '../../ui/Select.tsx';
import { useSending } from '../../ui/use-sending.ts';
import { useMembers } from './use-queue.ts';

/** Begins a request for a municipality; the wizard takes it from there. */
export function OnBehalfDialog({ event, onClose }: { event: string; onClose: () => void }) {
  const lang = useLang();
  const t = useTexts(queueTexts).behalf;
  const words = useTexts(requestWords);
  const shell = useTexts(shellTexts);
  const go = useGo();
  const members = useMembers();
  const [member, setMember] = useState('');
  const [kind, setKind] = useState<RequestKind>('speaking');
  const [missing, setMissing] = useState(false);
  const [key] = useState(newIdempotencyKey);
  const { busy, send, sentence, at } = useSending('behalf');
  const begin = async () => {
    setMissing(member === '');
    if (member === '') return;
    await send(async () => {
      const draft = await call('POST /api/requests', {
        body: { event, kind, memberId: member as OrganisationId },
        idempotencyKey: `${key}${kind}${member}`,
      });
      go(paths.editRequest(draft.id, kindOf(kind).steps[0] ?? 'check'));
    });
  };
  return (
    <Dialog open onClose={onClose} title={t.title}>
      <form
        className="mt-2 grid gap-4"
        noValidate
        onSubmit={(submitted) => {
          submitted.preventDefault();
          void begin();
        }}
      >
        <p>{t.body}</p>
        {sentence ? <Banner kind="error">{sentence}</Banner> : null}
        <Select
          label={t.member}
          required
          error={missing ? t.memberMissing : at('/memberId')}
          value={member}
          onValue={setMember}
          options={members.map((one) => ({ value: one.id, label: inWords(one.name, lang) }))}
        />
        <RadioCards
          label={t.kind}
          value={kind}
          onValue={(value) => setKind(value as RequestKind)}
          columns={3}
          choices={REQUEST_KINDS.map((one) => ({ value: one, label: words.kind[one] }))}
        />
        <div className="dialog-actions">
          <Button onClick={onClose}>{shell.cancel}</Button>
          <Button look="primary" type="submit" busy={busy}>
            {t.submit}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
