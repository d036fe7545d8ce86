import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { whyNot } from '#shared/permission.ts';
import { releaseTexts } from '#shared/schedule/release-texts.ts';
import { formatDateTime } from '#shared/time.ts';
import { call, newIdempotencyKey } from '../api.ts';
import { inWords } from '../in-words.ts';
import { useActor } from '../layouts/use-account.ts';
import { useNow } from '../query.ts';
import { useLang, useTexts } from '../texts.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { InstantInput } from '../ui/InstantInput.tsx';
import { useToast } from '../ui/Toast.tsx';
import { useSending } from '../ui/use-sending.ts';

const WEEK_MS = 7 * 86_400_000;

/** Asks the municipalities to check what changes, and shows who has answered what. */
export function ProofsAsked({ event }: { event: string }) {
  const t = useTexts(releaseTexts);
  const lang = useLang();
  const actor = useActor();
  const toast = useToast();
  const client = useQueryClient();
  const now = useNow();
  const { busy, send, sentence, at, id } = useSending('proofs');
  const [answerBy, setAnswerBy] = useState(() => inAWeek(now));
  const proofs = useQuery({
    queryKey: ['release', 'proofs', event],
    queryFn: ({ signal }) => call('GET /api/events/:event/proofs', { params: { event }, signal }),
  }).data?.items;
  const stopped = actor ? whyNot(actor, 'schedule.arrange', lang) : null;
  const silent = (proofs ?? []).filter(({ state }) => state === 'waiting' || state === 'late').length;
  const act = (work: () => Promise<string>) =>
    send(async () => {
      toast({ message: await work() });
      await client.invalidateQueries({ queryKey: ['release'] });
    });
  const ask = () =>
    act(async () => {
      const options = { params: { event }, body: { answerBy }, idempotencyKey: newIdempotencyKey() };
      const sent = await call('POST /api/events/:event/proofs', options);
      return t.sent(sent.proofs, sent.members);
    });
  const remind = () =>
    act(async () => {
      const options = { params: { event }, idempotencyKey: newIdempotencyKey() };
      return t.reminded((await call('POST /api/events/:event/proofs/reminders', options)).members);
    });
  return (
    <section aria-label={t.proofs}>
      <h2>{t.proofs}</h2>
      <p>{t.proofsBody}</p>
      {sentence ? <Banner kind="error">{sentence}</Banner> : null}
      <InstantInput
        label={t.answerBy}
        id={id('/answerBy')}
        error={at('/answerBy')}
        value={answerBy}
        onValue={setAnswerBy}
      />
      <p className="mt-2 flex flex-wrap gap-2">
        <Button busy={busy} busyLabel={t.sending} disabledReason={stopped} onClick={() => void ask()}>
          {t.send}
        </Button>
        {silent > 0 ? (
          <Button busy={busy} busyLabel={t.sending} disabledReason={stopped} onClick={() => void remind()}>
            {t.remind}
          </Button>
        ) : null}
      </p>
      {proofs && proofs.length === 0 ? <p>{t.noProofs}</p> : null}
      {(proofs ?? []).map((proof) => (
        <div key={`${proof.sessionId} ${proof.memberId}`} className="recipient">
          <b>{t.state[proof.state]}</b> {inWords(proof.member, lang)}
          <p>{inWords(proof.title, lang)}</p>
          {proof.comment ? <p>{proof.comment}</p> : null}
          <p className="text-13 text-ink-3">
            {proof.answeredAt
              ? t.by(proof.answeredBy, formatDateTime(proof.answeredAt, lang))
              : t.dueBy(formatDateTime(proof.answerBy, lang))}
          </p>
        </div>
      ))}
    </section>
  );
}

/** The same hour in a week, on the hour. */
function inAWeek(now: Date): string {
  const later = new Date(now.getTime() + WEEK_MS);
  later.setUTCHours(8, 0, 0, 0);
  return later.toISOString();
}
