import './release.css';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { may } from '#shared/permission.ts';
import type { OwnProofView } from '#shared/schedule/proof-contract.ts';
import { publicTexts } from '#shared/schedule/public-texts.ts';
import { releaseTexts } from '#shared/schedule/release-texts.ts';
import { dualTime, formatDateTime, formatLongDay } from '#shared/time.ts';
import { call, Refused } from '../api.ts';
import { inWords } from '../in-words.ts';
import { useActor } from '../layouts/use-account.ts';
import { useTitle } from '../layouts/use-title.ts';
import { useLang, useTexts } from '../texts.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { TextArea } from '../ui/TextInput.tsx';
import { useToast } from '../ui/Toast.tsx';
import { useSending } from '../ui/use-sending.ts';
import { ChangeLines } from './ChangeLines.tsx';
import { useOwnProofs } from './use-own-proofs.ts';

/** The sessions a municipality is asked to check, each as it would be published. */
export function ProofsPage() {
  const t = useTexts(releaseTexts).own;
  useTitle(t.title);
  const { data, isError, refetch } = useOwnProofs();
  if (!data) return <Skeleton {...(isError ? { onRetry: () => void refetch() } : {})} />;
  if (data.items.length === 0) {
    return (
      <>
        <h1 className="mb-4">{t.title}</h1>
        <EmptyState title={t.none}>{t.noneBody}</EmptyState>
      </>
    );
  }
  return (
    <div className="mx-auto max-w-3xl">
      <h1>{t.title}</h1>
      <p className="mb-4">{t.lead}</p>
      {data.items.map((proof) => (
        <Proof key={`${proof.sessionId} ${proof.sentAt}`} proof={proof} />
      ))}
    </div>
  );
}

function Proof({ proof }: { proof: OwnProofView }) {
  const t = useTexts(releaseTexts);
  const own = t.own;
  const lang = useLang();
  const actor = useActor();
  const { session } = proof;
  const { venue, japan } = dualTime(session.startsAt, session.endsAt, session.room.timeZone, lang);
  const words = useTexts(publicTexts);
  const facts: [string, string][] = [
    [words.venueTime, `${formatLongDay(session.day, lang)} ${venue}`],
    [words.japanTime, japan],
    [words.room, [inWords(session.room.name, lang), session.room.area].filter(Boolean).join(' ')],
    [words.hosts, session.hosts.map(({ name }) => inWords(name, lang)).join(words.listBetween)],
    ...session.speakers.map((one): [string, string] => [
      words.role[one.role],
      [one.name, one.title, one.organisation]
        .map((text) => inWords(text, lang))
        .filter(Boolean)
        .join(' '),
    ]),
    [words.about, inWords(session.abstract, lang)],
  ];
  return (
    <section className="proof-card" aria-labelledby={`proof-${session.id}`}>
      <h2 id={`proof-${session.id}`}>{inWords(session.title, lang)}</h2>
      <p>
        <b>{t.state[proof.state]}</b>{' '}
        {proof.answeredAt
          ? t.by(proof.answeredBy, formatDateTime(proof.answeredAt, lang))
          : t.dueBy(formatDateTime(proof.answerBy, lang))}
      </p>
      {proof.state === 'lapsed' ? <Banner>{own.lapsed}</Banner> : null}
      <dl className="change-lines">
        {facts
          .filter(([, value]) => value !== '')
          .map(([name, value]) => (
            <div key={`${name} ${value}`}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      {proof.changes.length > 0 ? (
        <div className="told">
          <b>{own.changed}</b>
          <ChangeLines changes={proof.changes} zone={session.room.timeZone} />
        </div>
      ) : null}
      {proof.comment ? <p className="told">{proof.comment}</p> : null}
      {actor && may(actor, 'proof.answer') ? <Answer key={proof.version} proof={proof} /> : null}
    </section>
  );
}

function Answer({ proof }: { proof: OwnProofView }) {
  const t = useTexts(releaseTexts).own;
  const toast = useToast();
  const client = useQueryClient();
  const [writing, setWriting] = useState(false);
  const [again, setAgain] = useState(proof.answer === null);
  const [comment, setComment] = useState(proof.comment);
  const [stale, setStale] = useState(false);
  const { busy, send, sentence, at, id } = useSending(`proof-${proof.sessionId}`);
  const answer = (body: { answer: 'fine' | 'correct'; comment: string }) =>
    send(async () => {
      try {
        await call('PUT /api/sessions/:id/proof', {
          ...{ params: { id: proof.sessionId }, body, ifMatch: proof.version },
        });
        toast({ message: t.thanks });
      } catch (error) {
        if (!(error instanceof Refused && error.code === 'changed-meanwhile')) throw error;
        setStale(true);
      }
      await client.invalidateQueries({ queryKey: ['proofs'] });
    });
  if (!again) return <Button onClick={() => setAgain(true)}>{t.again}</Button>;
  return (
    <form
      className="mt-3 grid gap-3"
      noValidate
      onSubmit={(submitted) => {
        submitted.preventDefault();
        void answer({ answer: 'correct', comment });
      }}
    >
      {stale ? <Banner kind="error">{t.stale}</Banner> : null}
      {sentence ? <Banner kind="error">{sentence}</Banner> : null}
      {writing ? (
        <>
          <TextArea
            label={t.correction}
            hint={t.correctionHint}
            id={id('/comment')}
            error={at('/comment')}
            value={comment}
            onValue={setComment}
            limit={1000}
          />
          <div className="flex flex-wrap gap-2">
            <Button onClick={() => setWriting(false)}>{t.cancel}</Button>
            <Button look="primary" type="submit" busy={busy} busyLabel={t.sending}>
              {t.submit}
            </Button>
          </div>
        </>
      ) : (
        <div className="flex flex-wrap gap-2">
          <Button busy={busy} busyLabel={t.sending} onClick={() => void answer({ answer: 'fine', comment: '' })}>
            {t.fine}
          </Button>
          <Button onClick={() => setWriting(true)}>{t.correct}</Button>
        </div>
      )}
    </form>
  );
}
