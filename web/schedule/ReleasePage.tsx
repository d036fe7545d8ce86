import './release.css';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { whyNot } from '#shared/permission.ts';
import type { ChangeAhead, ReleasePreview } from '#shared/schedule/preview-contract.ts';
import { isOpenProof } from '#shared/schedule/proof-state.ts';
import { releaseTexts } from '#shared/schedule/release-texts.ts';
import { scheduleTexts } from '#shared/schedule/texts.ts';
import { formatLongDay } from '#shared/time.ts';
import { call, newIdempotencyKey, Refused } from '../api.ts';
import { inWords } from '../in-words.ts';
import { DeskPage } from '../layouts/DeskPage.tsx';
import { useActor } from '../layouts/use-account.ts';
import { useGo } from '../navigation.ts';
import { paths } from '../paths.ts';
import { useMe } from '../query.ts';
import { useLang, useTexts } from '../texts.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ButtonLink } from '../ui/Link.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import { useToast } from '../ui/Toast.tsx';
import { useSending } from '../ui/use-sending.ts';
import { ChangeLines } from './ChangeLines.tsx';
import { ProofsAsked } from './ProofsAsked.tsx';
import { useRefreshSchedule } from './use-draft.ts';

/** What a release made now would change, whom it would tell, and the button that makes exactly that. */
export function ReleasePage() {
  const t = useTexts(releaseTexts);
  const event = useMe()?.currentEvent?.slug ?? '';
  // Read once: what staff look at must not change under their eyes. A release of something else is refused.
  const { data, isError, refetch } = useQuery({
    queryKey: ['release', 'next', event],
    queryFn: ({ signal }) => call('GET /api/events/:event/releases/next', { params: { event }, signal }),
    enabled: event !== '',
    refetchOnWindowFocus: false,
    staleTime: 0,
  });
  const [outdated, setOutdated] = useState(false);
  const back = <ButtonLink href={paths.schedule()}>{t.back}</ButtonLink>;
  return (
    <DeskPage title={data ? t.title(data.number) : t.plainTitle} actions={back}>
      {outdated ? <Banner kind="error">{t.outdated}</Banner> : null}
      {!data ? <Skeleton rows={8} {...(isError ? { onRetry: () => void refetch() } : {})} /> : null}
      {data && data.changed.length === 0 ? <EmptyState title={t.nothing} action={back} /> : null}
      {data && data.changed.length > 0 ? (
        <div className="release-panes">
          <Changes preview={data} />
          <div>
            <Publish
              preview={data}
              event={event}
              onOutdated={async () => {
                await refetch();
                setOutdated(true);
              }}
            />
            <ProofsAsked event={event} />
            <Recipients preview={data} />
          </div>
        </div>
      ) : null}
    </DeskPage>
  );
}

function Changes({ preview }: { preview: ReleasePreview }) {
  const t = useTexts(releaseTexts);
  const lang = useLang();
  const days = [...new Set(preview.changed.map(({ day }) => day))].sort();
  return (
    <div>
      <p>{t.summary(preview.changed.length, preview.unchanged)}</p>
      {days.map((day) => (
        <section key={day} aria-label={formatLongDay(day, lang)}>
          <h2>{formatLongDay(day, lang)}</h2>
          {preview.changed
            .filter((one) => one.day === day)
            .sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1))
            .map((one) => (
              <Ahead key={one.id} change={one} preview={preview} />
            ))}
        </section>
      ))}
    </div>
  );
}

function Ahead({ change, preview }: { change: ChangeAhead; preview: ReleasePreview }) {
  const t = useTexts(releaseTexts);
  const lang = useLang();
  const nameOf = (id: string) => {
    const member = preview.members.find((one) => one.id === id);
    return member ? inWords(member.name, lang) : '';
  };
  const between = lang === 'ja' ? '、' : ', ';
  return (
    <article className="change-card">
      <h3>{inWords(change.title, lang)}</h3>
      <ChangeLines changes={change.changes} zone={preview.timeZone} />
      <p className="told">
        {change.memberIds.length > 0 ? t.toldOf(change.memberIds.map(nameOf).join(between)) : t.toldNobody}
      </p>
      {change.untold.length > 0 ? (
        <p className="told">{t.untold(change.untold.map((name) => inWords(name, lang)).join(between))}</p>
      ) : null}
      {change.proofs.map((proof) => (
        <p key={proof.memberId} className="told">
          <b>{t.state[proof.state]}</b> {nameOf(proof.memberId)} {proof.comment}
        </p>
      ))}
    </article>
  );
}

function Publish(props: { preview: ReleasePreview; event: string; onOutdated: () => Promise<void> }) {
  const { preview, event, onOutdated } = props;
  const t = useTexts(releaseTexts);
  const words = useTexts(scheduleTexts);
  const lang = useLang();
  const actor = useActor();
  const go = useGo();
  const toast = useToast();
  const client = useQueryClient();
  const refresh = useRefreshSchedule();
  const { busy, send, sentence, at, id } = useSending('release');
  const [comment, setComment] = useState({ ja: '', en: '' });
  const [key, setKey] = useState(newIdempotencyKey);
  const open = preview.changed.flatMap(({ proofs }) => proofs).filter(({ state }) => isOpenProof(state)).length;
  const submit = () =>
    send(async () => {
      try {
        const body = { comment, seen: preview.fingerprint };
        const release = await call('POST /api/events/:event/releases', {
          ...{ params: { event }, body, idempotencyKey: key },
        });
        await Promise.all([refresh(), client.invalidateQueries({ queryKey: ['release'] })]);
        toast({ message: words.released(release.number) });
        go(paths.schedule());
      } catch (error) {
        if (!(error instanceof Refused && error.code === 'draft-changed')) throw error;
        setKey(newIdempotencyKey());
        await onOutdated();
      }
    });
  return (
    <section aria-label={t.comment}>
      <h2>{t.comment}</h2>
      <form
        className="grid gap-3"
        noValidate
        onSubmit={(submitted) => {
          submitted.preventDefault();
          void submit();
        }}
      >
        {open > 0 ? <Banner kind="action">{t.warning(open)}</Banner> : null}
        {sentence ? <Banner kind="error">{sentence}</Banner> : null}
        <TextInput
          label={words.commentJa}
          hint={t.commentHint}
          id={id('/comment/ja')}
          error={at('/comment/ja')}
          value={comment.ja}
          onValue={(ja) => setComment({ ...comment, ja })}
          limit={200}
        />
        <TextInput
          label={words.commentEn}
          lang="en"
          id={id('/comment/en')}
          error={at('/comment/en')}
          value={comment.en}
          onValue={(en) => setComment({ ...comment, en })}
          limit={200}
        />
        <Button
          look="primary"
          type="submit"
          busy={busy}
          busyLabel={words.releasing}
          disabledReason={actor ? whyNot(actor, 'schedule.release', lang) : null}
        >
          {words.release(preview.changed.length)}
        </Button>
      </form>
    </section>
  );
}

function Recipients({ preview }: { preview: ReleasePreview }) {
  const t = useTexts(releaseTexts);
  const lang = useLang();
  return (
    <section aria-label={t.recipients}>
      <h2>{t.recipients}</h2>
      {preview.members.length === 0 ? <p>{t.toldNobody}</p> : null}
      {preview.members.map((member) => (
        <div key={member.id} className="recipient">
          <b>{inWords(member.name, lang)}</b>
          <p>
            {member.officers.length > 0
              ? t.officers(member.officers.map(({ name }) => name).join(lang === 'ja' ? '、' : ', '))
              : t.noOfficer}
          </p>
          {member.mails.map((mail) => (
            <details key={mail.lang}>
              <summary>{t.mail(t.langs[mail.lang])}</summary>
              <pre lang={mail.lang}>{`${mail.subject}\n\n${mail.body}`}</pre>
            </details>
          ))}
        </div>
      ))}
    </section>
  );
}
