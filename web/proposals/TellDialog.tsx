import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { CallId } from '#shared/ids.ts';
import { DECISIONS, type TellInput } from '#shared/proposals/contract.ts';
import { proposalTexts } from '#shared/proposals/texts.ts';
import { call, newIdempotencyKey } from '../api.ts';
import { inWords } from '../in-words.ts';
import { useLang, useTexts } from '../texts.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { Checkbox } from '../ui/Choices.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { PlainText } from '../ui/PlainText.tsx';
import { TextArea } from '../ui/TextInput.tsx';
import { useToast } from '../ui/Toast.tsx';
import { useSending } from '../ui/use-sending.ts';
import { refreshProposals } from './use-proposals.ts';

/** Whom the held decisions would reach, and in which words; then all of them are told in one act. */
export function TellDialog({ callId, onClose }: { callId: CallId; onClose: () => void }) {
  const lang = useLang();
  const t = useTexts(proposalTexts);
  const toast = useToast();
  const { busy, send, sentence } = useSending('tell');
  const [key] = useState(newIdempotencyKey);
  const { data } = useQuery({
    queryKey: ['proposals', 'telling', callId],
    queryFn: ({ signal }) => call('GET /api/calls/:id/telling', { params: { id: callId }, signal }),
    staleTime: 0,
  });
  const [words, setWords] = useState<TellInput['words']>(() => {
    const both = (decision: (typeof DECISIONS)[number]) => ({
      ja: proposalTexts.ja.telling.defaults[decision],
      en: proposalTexts.en.telling.defaults[decision],
    });
    return { accept: both('accept'), decline: both('decline'), waitlist: both('waitlist') };
  });
  const [left, setLeft] = useState<readonly string[]>([]);
  const items = (data?.items ?? []).filter((one) => one.whyNot === null && !left.includes(one.id));
  const outcomes = DECISIONS.filter((decision) => items.some((one) => one.decision === decision));
  const tell = async () => {
    const body = { items: items.map(({ id, version }) => ({ id, version })), words };
    const done = await send(async () => {
      const { told } = await call('POST /api/calls/:id/telling', { params: { id: callId }, body, idempotencyKey: key });
      toast({ message: t.telling.sent(told) });
    });
    await refreshProposals();
    if (done) onClose();
  };
  const actions = (
    <>
      <Button onClick={onClose}>{t.telling.cancel}</Button>
      {items.length > 0 ? (
        <Button look="primary" busy={busy} busyLabel={t.telling.sending} onClick={() => void tell()}>
          {t.telling.send(items.length)}
        </Button>
      ) : null}
    </>
  );
  return (
    <Dialog open onClose={onClose} title={t.telling.title} actions={actions}>
      <div className="mt-3 grid gap-4">
        <p>{data?.items.length === 0 ? t.telling.none : t.telling.lead}</p>
        {sentence ? <Banner kind="error">{sentence}</Banner> : null}
        {outcomes.map((decision) => (
          <fieldset key={decision} className="grid gap-2">
            <legend>{t.telling.words(t.decisions[decision])}</legend>
            {(['ja', 'en'] as const).map((one) => (
              <TextArea
                key={one}
                label={one === 'ja' ? t.telling.wordsJa : t.telling.wordsEn}
                lang={one}
                rows={2}
                value={words[decision][one]}
                onValue={(text) => setWords({ ...words, [decision]: { ...words[decision], [one]: text } })}
              />
            ))}
          </fieldset>
        ))}
        {outcomes.length > 0 ? <p className="text-13 text-ink-3">{t.telling.wordsHint}</p> : null}
        {(data?.items ?? []).map((one) => (
          <div key={one.id} className="card p-3">
            <Checkbox
              label={`${t.telling.include(inWords(one.title, lang))} ${t.decisions[one.decision]}`}
              hint={one.whyNot ?? one.reason}
              disabled={one.whyNot !== null}
              checked={one.whyNot === null && !left.includes(one.id)}
              onChecked={(on) => setLeft(on ? left.filter((id) => id !== one.id) : [...left, one.id])}
            />
            {one.mails.length === 0 ? <p className="text-13">{t.telling.partnerNote}</p> : null}
            {one.mails.map((mail) => (
              <details key={mail.reference} className="text-13">
                <summary>
                  {t.telling.recipients} {inWords(mail.organisation, lang)}: {mail.to.join('、') || t.telling.nobody}
                </summary>
                {(['ja', 'en'] as const).map((each) => (
                  <p key={each} lang={each}>
                    <b>{mail[each].subject}</b>
                    <br />
                    <PlainText text={mail[each].body} />
                  </p>
                ))}
              </details>
            ))}
          </div>
        ))}
      </div>
    </Dialog>
  );
}
