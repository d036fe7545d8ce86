import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { byline } from '#shared/accounts/byline.ts';
import { may } from '#shared/permission.ts';
import type { RequestView } from '#shared/requests/contract.ts';
import { memberTexts } from '#shared/requests/member-texts.ts';
import { shellTexts } from '#shared/shell-texts.ts';
import { formatStamp } from '#shared/time.ts';
import { call } from '../../api.ts';
import { useActor } from '../../layouts/use-account.ts';
import { useLang, useTexts } from '../../texts.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Tag } from '../../ui/Chip.tsx';
import { PlainText } from '../../ui/PlainText.tsx';
import { TextArea } from '../../ui/TextInput.tsx';
import { useToast } from '../../ui/Toast.tsx';
import { useForm } from '../../ui/use-form.ts';
import { requestKey } from '../use-requests.ts';
import { refreshRequest } from './refresh-request.ts';

/** What the municipality and the office wrote to each other, oldest first, and a place to write. */
export function Conversation({ request }: { request: RequestView }) {
  const lang = useLang();
  const t = useTexts(memberTexts).page;
  const actor = useActor();
  const { id } = request;
  const { data } = useQuery({
    queryKey: [...requestKey(id), 'messages'],
    queryFn: ({ signal }) => call('GET /api/requests/:id/messages', { params: { id }, signal }),
    enabled: request.state !== 'draft',
  });
  if (request.state === 'draft') return null;
  const messages = data?.items ?? [];
  return (
    <section id="talk" aria-labelledby="talk-title">
      <h2 id="talk-title" className="request-part-title">
        {t.talk}
      </h2>
      {data && messages.length === 0 ? <p className="text-ink-3">{t.talkNone}</p> : null}
      <ol className="conversation">
        {messages.map((message) => (
          <li key={message.id} data-office={message.fromOffice || undefined}>
            <p className="conversation-head">
              <b>{byline(message.author, message.principal, lang)}</b>
              {message.fromOffice ? <span>{t.office}</span> : null}
              {t.kinds[message.kind] ? <Tag>{t.kinds[message.kind]}</Tag> : null}
              <time dateTime={message.at}>{formatStamp(message.at, lang)}</time>
            </p>
            <PlainText text={message.body} />
          </li>
        ))}
      </ol>
      {actor && may(actor, 'request.message') ? <MessageForm id={id} /> : null}
    </section>
  );
}

function MessageForm({ id }: { id: RequestView['id'] }) {
  const t = useTexts(memberTexts).page;
  const form = useForm(useTexts(shellTexts));
  const toast = useToast();
  const [body, setBody] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void form.send(body.trim() ? [] : [{ id: 'message', message: t.messageMissing }], async (idempotencyKey) => {
      await call('POST /api/requests/:id/messages', { params: { id }, body: { body }, idempotencyKey });
      setBody('');
      toast({ message: t.sent });
      await refreshRequest(id);
    });
  };
  return (
    <form onSubmit={submit} noValidate className="no-print mt-4 grid gap-3">
      {form.failure ? <Banner kind="error">{form.failure}</Banner> : null}
      <TextArea
        id="message"
        label={t.message}
        hint={t.messageHint}
        rows={3}
        limit={2000}
        value={body}
        onValue={setBody}
        error={form.errorOf('message') ?? form.errorOf('body')}
      />
      <div>
        <Button type="submit" busy={form.busy} busyLabel={t.sending}>
          {t.send}
        </Button>
      </div>
    </form>
  );
}
