import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { OutboxRow } from '#shared/notifications/contract.ts';
import { outboxTexts } from '#shared/notifications/texts.ts';
import { may } from '#shared/permission.ts';
import { shellTexts } from '#shared/shell-texts.ts';
import { formatStamp } from '#shared/time.ts';
import { call } from '../api.ts';
import { useActor } from '../layouts/use-account.ts';
import { paths } from '../paths.ts';
import { wordsOf } from '../query.ts';
import { useLang, useTexts } from '../texts.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { ButtonLink } from '../ui/Link.tsx';
import { PlainText } from '../ui/PlainText.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { useToast } from '../ui/Toast.tsx';
import { useSending } from '../ui/use-sending.ts';

/** One mail as its recipient sees it, and what can still be done with it. */
export function MailDialog({ row, onClose }: { row: OutboxRow; onClose: () => void }) {
  const lang = useLang();
  const t = useTexts(outboxTexts);
  const shell = useTexts(shellTexts);
  const actor = useActor();
  const client = useQueryClient();
  const toast = useToast();
  const { busy, send, sentence } = useSending('mail');
  const { data: mail, error } = useQuery({
    queryKey: ['outbox', 'one', row.id],
    queryFn: ({ signal }) => call('GET /api/outbox/:id', { params: { id: row.id }, signal }),
  });
  const maySend = actor !== null && may(actor, 'outbox.send');
  const act = async (key: 'POST /api/outbox/:id/retry' | 'POST /api/outbox/:id/drop', message: string) => {
    if (!(await send(() => call(key, { params: { id: row.id } })))) return;
    await client.invalidateQueries({ queryKey: ['outbox'] });
    toast({ message });
    onClose();
  };
  const waits = row.state === 'ready' || row.state === 'dead';
  const actions = (
    <>
      {row.requestId && actor && may(actor, 'request.read') ? (
        <ButtonLink href={paths.deskRequest(row.requestId)}>{t.request}</ButtonLink>
      ) : null}
      {maySend && waits ? (
        <Button look="danger" busy={busy} onClick={() => void act('POST /api/outbox/:id/drop', t.dropped)}>
          {t.drop}
        </Button>
      ) : null}
      {maySend && row.state === 'dead' ? (
        <Button busy={busy} onClick={() => void act('POST /api/outbox/:id/retry', t.retried)}>
          {t.retry}
        </Button>
      ) : null}
      <Button onClick={onClose}>{shell.close}</Button>
    </>
  );
  const facts = [
    [t.to, `${row.toName} <${row.to}>`],
    [t.created, formatStamp(row.createdAt, lang)],
    ...(row.sentAt ? [[t.sent, formatStamp(row.sentAt, lang)]] : []),
    ...(row.lastError ? [[t.error, row.lastError]] : []),
  ] as const;
  return (
    <Dialog open onClose={onClose} title={row.subject} actions={actions} wide>
      {sentence ? <Banner kind="error">{sentence}</Banner> : null}
      <dl className="mt-2 grid grid-cols-[96px_minmax(0,1fr)] gap-x-3 gap-y-1 text-13h">
        {facts.map(([label, text]) => (
          <div key={label} className="contents">
            <dt className="text-ink-3">{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <div className="mt-3 rounded-field border border-line bg-canvas p-4 text-14" lang={row.lang}>
        {mail ? <PlainText text={mail.body} /> : error ? wordsOf(error, shell) : <Skeleton rows={3} />}
      </div>
    </Dialog>
  );
}
