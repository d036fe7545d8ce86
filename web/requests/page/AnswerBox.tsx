import { type FormEvent, useState } from 'react';
import type { RequestView } from '#shared/requests/contract.ts';
import { memberTexts } from '#shared/requests/member-texts.ts';
import { shellTexts } from '#shared/shell-texts.ts';
import { formatStamp } from '#shared/time.ts';
import { call } from '../../api.ts';
import { useLang, useTexts } from '../../texts.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { ErrorSummary } from '../../ui/ErrorSummary.tsx';
import { PlainText } from '../../ui/PlainText.tsx';
import { TextArea } from '../../ui/TextInput.tsx';
import { useToast } from '../../ui/Toast.tsx';
import { useForm } from '../../ui/use-form.ts';
import { refreshRequest } from './refresh-request.ts';
import { StepDialog } from './StepDialog.tsx';

const may = (request: RequestView, action: string) =>
  request.actions.some((one) => one.action === action && one.whyNot === null);

/** What the office asked or offered, and the answer to give, right where it is read. */
export function AnswerBox({ request }: { request: RequestView }) {
  const lang = useLang();
  const t = useTexts(memberTexts).page;
  const { lastWord } = request;
  const asked = may(request, 'answer');
  const offered = may(request, 'accept_offer');
  if (!asked && !offered && !lastWord) return null;
  const open = asked || offered;
  const title = offered ? t.offerTitle : asked ? t.questionTitle : t.decisionTitle;
  if (!open && lastWord?.kind !== 'decision') return null;
  return (
    <section className="answer-box" data-open={open || undefined} aria-labelledby="answer-box">
      <h2 id="answer-box">{title}</h2>
      {lastWord ? (
        <blockquote>
          <PlainText text={lastWord.body} />
          <footer>
            {t.office} {formatStamp(lastWord.at, lang)}
          </footer>
        </blockquote>
      ) : (
        <p>{request.nextStep}</p>
      )}
      {offered ? <OfferButtons request={request} /> : asked ? <AnswerForm request={request} /> : null}
    </section>
  );
}

function AnswerForm({ request }: { request: RequestView }) {
  const t = useTexts(memberTexts).page;
  const form = useForm(useTexts(shellTexts));
  const toast = useToast();
  const [body, setBody] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void form.send(body.trim() ? [] : [{ id: 'body', message: t.answerMissing }], async () => {
      const { id, version } = request;
      await call('POST /api/requests/:id/answer', { params: { id }, body: { body }, ifMatch: version });
      setBody('');
      toast({ message: t.answered });
      await refreshRequest(id);
    });
  };
  return (
    <form onSubmit={submit} noValidate className="grid gap-3">
      <ErrorSummary errors={form.errors} />
      {form.failure ? <Banner kind="error">{form.failure}</Banner> : null}
      <TextArea
        id="body"
        label={t.answer}
        hint={request.editable ? t.answerHint : undefined}
        required
        rows={4}
        limit={2000}
        value={body}
        onValue={setBody}
        error={form.errorOf('body')}
      />
      <div>
        <Button type="submit" look="primary" busy={form.busy} busyLabel={t.sending}>
          {t.sendAnswer}
        </Button>
      </div>
    </form>
  );
}

function OfferButtons({ request }: { request: RequestView }) {
  const t = useTexts(memberTexts).page;
  const [open, setOpen] = useState<'accept' | 'refuse' | null>(null);
  const { id, version } = request;
  return (
    <div className="flex flex-wrap gap-3">
      <Button look="primary" onClick={() => setOpen('accept')}>
        {t.accept}
      </Button>
      <Button onClick={() => setOpen('refuse')}>{t.refuse}</Button>
      {open === 'accept' ? (
        <StepDialog
          title={t.acceptTitle}
          body={t.acceptBody}
          submit={t.accept}
          done={t.accepted}
          onClose={() => setOpen(null)}
          act={async () => {
            await call('POST /api/requests/:id/offer-acceptance', { params: { id }, ifMatch: version });
            await refreshRequest(id);
          }}
        />
      ) : null}
      {open === 'refuse' ? (
        <StepDialog
          title={t.refuseTitle}
          body={t.refuseBody}
          submit={t.refuse}
          done={t.refused}
          danger
          withReason
          onClose={() => setOpen(null)}
          act={async (reason) => {
            await call('POST /api/requests/:id/offer-refusal', { params: { id }, body: { reason }, ifMatch: version });
            await refreshRequest(id);
          }}
        />
      ) : null}
    </div>
  );
}
