import { type ReactNode, useState } from 'react';
import { may } from '#shared/permission.ts';
import type { RequestView } from '#shared/requests/contract.ts';
import { signOffTexts } from '#shared/requests/sign-off-texts.ts';
import { shellTexts } from '#shared/shell-texts.ts';
import { call } from '../../api.ts';
import { useActor } from '../../layouts/use-account.ts';
import { useTexts } from '../../texts.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { TextArea, TextInput } from '../../ui/TextInput.tsx';
import { useToast } from '../../ui/Toast.tsx';
import { useForm } from '../../ui/use-form.ts';
import { keepRequest } from '../use-requests.ts';
import { SignOffFacts } from './SignOffFacts.tsx';

type Ready = () => Promise<number | null>;
type PartProps = {
  request: RequestView;
  /** Saves what is typed, and answers the version that is then signed off. */
  ready: Ready;
  /** What the sending has to say about it. */
  error?: string | undefined;
};

/** The municipality's own approval before sending: written down from paper, asked of the manager, or given here. */
export function SignOffPart({ request, ready, error }: PartProps) {
  const t = useTexts(signOffTexts);
  const actor = useActor();
  const decides = request.signOff?.state === 'waiting' && actor !== null && may(actor, 'sign-off.decide');
  return (
    <section id="signOff" tabIndex={-1} className="card mt-5 grid gap-4 p-5 no-print" aria-labelledby="sign-off-title">
      <header>
        <h2 id="sign-off-title">{t.title}</h2>
        <p className="text-13h text-ink-2">{request.signOffRequired ? t.required : t.about}</p>
      </header>
      {error ? <Banner kind="error">{error}</Banner> : null}
      {request.signOff ? <SignOffFacts signOff={request.signOff} /> : <p className="text-ink-3">{t.none}</p>}
      {decides ? <Decide request={request} ready={ready} /> : null}
      <Record request={request} ready={ready}>
        {actor?.role === 'member_editor' && request.signOff?.state !== 'waiting' ? (
          <Ask request={request} ready={ready} />
        ) : null}
      </Record>
    </section>
  );
}

type Own = { request: RequestView; ready: Ready };

function Record({ request, ready, children }: Own & { children: ReactNode }) {
  const t = useTexts(signOffTexts);
  const form = useForm(useTexts(shellTexts), 'sign-off');
  const toast = useToast();
  const [words, setWords] = useState({ number: '', decidedOn: '', approver: '' });
  const set = (name: keyof typeof words) => (value: string) => setWords({ ...words, [name]: value });
  const send = () =>
    form.send([], async () => {
      const ifMatch = await ready();
      if (ifMatch === null) return;
      keepRequest(await call('PUT /api/requests/:id/sign-off', { params: { id: request.id }, body: words, ifMatch }));
      toast({ message: t.recorded });
    });
  return (
    <>
      {form.failure ? <Banner kind="error">{form.failure}</Banner> : null}
      <div className="grid gap-3">
        <TextInput
          id="sign-off-number"
          label={t.number}
          hint={t.numberHint}
          error={form.errorOf('sign-off-number')}
          value={words.number}
          onValue={set('number')}
        />
        <Field id="sign-off-decidedOn" label={t.decidedOn} error={form.errorOf('sign-off-decidedOn')}>
          {(ids) => (
            <input
              {...ids}
              type="date"
              className="input"
              value={words.decidedOn}
              onChange={(event) => set('decidedOn')(event.target.value)}
            />
          )}
        </Field>
        <TextInput
          id="sign-off-approver"
          label={t.approver}
          error={form.errorOf('sign-off-approver')}
          value={words.approver}
          onValue={set('approver')}
        />
      </div>
      <p className="flex flex-wrap gap-2">
        <Button busy={form.busy} onClick={() => void send()}>
          {t.record}
        </Button>
        {children}
      </p>
    </>
  );
}

function Ask({ request, ready }: Own) {
  const t = useTexts(signOffTexts);
  const form = useForm(useTexts(shellTexts));
  const toast = useToast();
  const send = () =>
    form.send([], async () => {
      const ifMatch = await ready();
      if (ifMatch === null) return;
      keepRequest(await call('POST /api/requests/:id/sign-off/asking', { params: { id: request.id }, ifMatch }));
      toast({ message: t.asked });
    });
  return (
    <>
      <Button busy={form.busy} onClick={() => void send()}>
        {t.ask}
      </Button>
      {form.failure ? <Banner kind="error">{form.failure}</Banner> : null}
    </>
  );
}

function Decide({ request, ready }: Own) {
  const t = useTexts(signOffTexts);
  const form = useForm(useTexts(shellTexts), 'decide');
  const toast = useToast();
  const [comment, setComment] = useState('');
  const send = (body: { decision: 'give' } | { decision: 'return'; comment: string }) =>
    form.send([], async () => {
      const ifMatch = await ready();
      if (ifMatch === null) return;
      const params = { id: request.id };
      keepRequest(await call('POST /api/requests/:id/sign-off/decision', { params, body, ifMatch }));
      toast({ message: body.decision === 'give' ? t.decide.given : t.decide.returned });
    });
  return (
    <div className="grid gap-3">
      <h3>{t.decide.title}</h3>
      {form.failure ? <Banner kind="error">{form.failure}</Banner> : null}
      <TextArea
        id="decide-comment"
        label={t.decide.comment}
        error={form.errorOf('decide-comment')}
        rows={2}
        value={comment}
        onValue={setComment}
      />
      <p className="flex flex-wrap gap-2">
        <Button look="primary" busy={form.busy} onClick={() => void send({ decision: 'give' })}>
          {t.decide.give}
        </Button>
        <Button busy={form.busy} onClick={() => void send({ decision: 'return', comment })}>
          {t.decide.back}
        </Button>
      </p>
    </div>
  );
}
