import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { PurgeKind, PurgeLine, RetentionView } from '#shared/delegations/retention.ts';
import { retentionTexts } from '#shared/delegations/retention-texts.ts';
import { whyNot } from '#shared/permission.ts';
import { shellTexts } from '#shared/shell-texts.ts';
import { formatDateTime, formatLongDay } from '#shared/time.ts';
import { call } from '../api.ts';
import { inWords } from '../in-words.ts';
import { DeskPage } from '../layouts/DeskPage.tsx';
import { useActor } from '../layouts/use-account.ts';
import { useMe, wordsOf } from '../query.ts';
import { useLang, useTexts } from '../texts.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { type Column, Table } from '../ui/Table.tsx';
import { useToast } from '../ui/Toast.tsx';
import { useForm } from '../ui/use-form.ts';
import { CertificateTable } from './CertificateTable.tsx';
import { HoldList } from './HoldList.tsx';
import { PurgeList } from './PurgeList.tsx';
import { refreshRetention, retentionQuery } from './use-retention.ts';

/** Passport data of the event: what is due to be erased, who has asked and approved, and the certificates. */
export function RetentionPage() {
  const t = useTexts(retentionTexts);
  const shell = useTexts(shellTexts);
  const event = useMe()?.currentEvent;
  const { data, error, refetch } = useQuery(retentionQuery(event?.slug ?? ''));
  return (
    <DeskPage title={t.title} subtitle={event?.shortName ?? null}>
      <p className="mb-5 max-w-[60em] text-14 text-ink-2">{t.lead}</p>
      {error ? <Banner kind="error">{wordsOf(error, shell)}</Banner> : null}
      {data && event ? <Retention event={event.slug} retention={data} /> : null}
      {!data && !error ? <Skeleton rows={5} onRetry={() => void refetch()} /> : null}
    </DeskPage>
  );
}

function Retention({ event, retention }: { event: string; retention: RetentionView }) {
  const lang = useLang();
  const t = useTexts(retentionTexts);
  return (
    <div className="grid gap-8">
      <p className="text-14">
        <b>{t.kept(retention.kept)}</b>
        <span className="ml-4 text-ink-3">{t.dueOn(formatLongDay(retention.eventDueOn, lang))}</span>
      </p>
      {retention.alarms.length > 0 ? (
        <Banner kind="action">
          <b>{t.alarms}</b>
          <ul>
            {retention.alarms.map(({ name, at, looks, minutes }) => (
              <li key={`${name} ${at}`}>{t.alarm(name, looks, minutes, formatDateTime(at, lang))}</li>
            ))}
          </ul>
        </Banner>
      ) : null}
      {retention.due.map(({ kind, lines }) => (
        <Due key={kind} event={event} kind={kind} lines={lines} />
      ))}
      <HoldList event={event} holds={retention.holds} />
      <section aria-labelledby="purges" className="grid gap-3">
        <h2 id="purges">{t.purges}</h2>
        <PurgeList purges={retention.purges} />
      </section>
      <section aria-labelledby="certificates" className="grid min-w-0 gap-3">
        <h2 id="certificates">{t.certificates}</h2>
        <CertificateTable certificates={retention.certificates} />
      </section>
    </div>
  );
}

/** What a purge of a kind would erase now, by municipality, and the way to ask for it. */
function Due({ event, kind, lines }: { event: string; kind: PurgeKind; lines: readonly PurgeLine[] }) {
  const lang = useLang();
  const t = useTexts(retentionTexts);
  const shell = useTexts(shellTexts);
  const actor = useActor();
  const toast = useToast();
  const form = useForm(shell, 'purge');
  const [asking, setAsking] = useState(false);
  const people = lines.reduce((sum, line) => sum + line.identities, 0);
  const ask = () =>
    void form.send([], async (idempotencyKey) => {
      await call('POST /api/events/:event/purges', { params: { event }, body: { kind }, idempotencyKey });
      await refreshRetention();
      toast({ message: t.requested });
      setAsking(false);
    });
  const columns: Column<PurgeLine>[] = [
    { key: 'member', head: t.member, rowHead: true, cell: (line) => inWords(line.name, lang) },
    { key: 'people', head: t.people, number: true, cell: (line) => line.identities },
    { key: 'links', head: t.links, number: true, cell: (line) => line.links },
    { key: 'mails', head: t.mails, number: true, cell: (line) => line.mails },
  ];
  const refused = actor ? whyNot(actor, 'retention.request') : null;
  return (
    <section aria-labelledby={`due-${kind}`} className="grid gap-3">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 id={`due-${kind}`}>
          {t.kind[kind]}
          {lines.length > 0 ? (
            <span className="ml-2 text-13 font-normal text-ink-3">{t.total(people, lines.length)}</span>
          ) : null}
        </h2>
        {lines.length > 0 ? (
          <Button onClick={() => setAsking(true)} {...(refused ? { disabledReason: refused } : {})}>
            {t.request}
          </Button>
        ) : null}
      </div>
      {lines.length > 0 ? (
        <Table caption={t.kind[kind]} columns={columns} rows={lines} rowKey={(line) => line.memberId} />
      ) : (
        <p className="text-14 text-ink-3">{t.nothingDue}</p>
      )}
      {asking ? (
        <Dialog
          open
          onClose={() => setAsking(false)}
          title={t.requestTitle}
          actions={
            <>
              <Button onClick={() => setAsking(false)}>{shell.cancel}</Button>
              <Button look="primary" onClick={ask} busy={form.busy} busyLabel={t.requesting}>
                {t.request}
              </Button>
            </>
          }
        >
          {form.failure ? <Banner kind="error">{form.failure}</Banner> : null}
          <p className="mt-3 text-14">{t.requestBody(people)}</p>
        </Dialog>
      ) : null}
    </section>
  );
}
