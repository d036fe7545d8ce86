import './papers.css';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type Actor, isMember } from '#shared/actor.ts';
import type { ProgrammeSessionId, RequestId } from '#shared/ids.ts';
import { whyNot } from '#shared/permission.ts';
import { whyNotChange } from '#shared/schedule/policy.ts';
import { LONGEST_BIOGRAPHY, type PapersInput, type SheetView } from '#shared/schedule/sheet-contract.ts';
import { sheetTexts } from '#shared/schedule/sheet-texts.ts';
import { scheduleTexts } from '#shared/schedule/texts.ts';
import { shellTexts } from '#shared/shell-texts.ts';
import { call } from '../api.ts';
import { inWords } from '../in-words.ts';
import { useActor } from '../layouts/use-account.ts';
import { useTitle } from '../layouts/use-title.ts';
import { useSearchWords } from '../navigation.ts';
import { paths } from '../paths.ts';
import { wordsOf } from '../query.ts';
import { taskPaths } from '../requests/tasks/task-paths.ts';
import { useLang, useTexts } from '../texts.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { DualTime } from '../ui/DualTime.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorSummary } from '../ui/ErrorSummary.tsx';
import { ButtonLink } from '../ui/Link.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { TextArea } from '../ui/TextInput.tsx';
import { useToast } from '../ui/Toast.tsx';
import { useSending } from '../ui/use-sending.ts';
import { RunFields } from './RunFields.tsx';
import { nameOf } from './sheet-parts.tsx';

/** What municipality and office write together for a session: biographies, run of show, questions. */
export function Papers() {
  const t = useTexts(sheetTexts);
  const shell = useTexts(shellTexts);
  const [{ session = '', request = '' }] = useSearchWords();
  const ofRequest = useQuery({
    queryKey: ['session-of-request', request],
    queryFn: ({ signal }) => call('GET /api/requests/:id/session', { params: { id: request as RequestId }, signal }),
    enabled: request !== '' && session === '',
  });
  const id = session || (ofRequest.data?.session?.id ?? '');
  const sheet = useQuery({
    queryKey: ['sheet', id],
    queryFn: ({ signal }) => call('GET /api/sessions/:id/sheet', { params: { id: id as ProgrammeSessionId }, signal }),
    enabled: id !== '',
  });
  useTitle(t.papers);
  const error = ofRequest.error ?? sheet.error;
  if (error && !sheet.data) return <Banner kind="error">{wordsOf(error, shell)}</Banner>;
  if (ofRequest.data && !ofRequest.data.session) return <EmptyState title={t.noSession} />;
  const { data } = sheet;
  if (!data) return <Skeleton onRetry={() => void sheet.refetch()} />;
  return <Writing key={data.session.version} sheet={data} />;
}

/** Why this person may not write here, or null. */
function stoppedFor(actor: Actor | null | undefined, { session }: SheetView): string | null {
  return actor ? (whyNot(actor, 'task.do') ?? whyNotChange(actor, session)) : null;
}

function Writing({ sheet }: { sheet: SheetView }) {
  const lang = useLang();
  const t = useTexts(sheetTexts);
  const words = useTexts(scheduleTexts);
  const actor = useActor();
  const toast = useToast();
  const client = useQueryClient();
  const { busy, send, sentence, mends, at, id } = useSending('papers');
  const { session } = sheet;
  const [input, setInput] = useState<PapersInput>(() => inputOf(sheet));
  const change = (part: Partial<PapersInput>) => setInput((now) => ({ ...now, ...part }));
  const stopped = stoppedFor(actor, sheet);
  const submit = () =>
    send(async () => {
      const saved = await call('PUT /api/sessions/:id/papers', {
        params: { id: session.id },
        body: input,
        ifMatch: session.version,
      });
      client.setQueryData(['sheet', session.id], saved);
      void client.invalidateQueries({ queryKey: ['schedule'] });
      toast({ message: t.saved });
    });
  const life = (nth: number, part: Partial<{ ja: string; en: string }>) =>
    change({ biographies: input.biographies.map((one, index) => (index === nth ? { ...one, ...part } : one)) });
  return (
    <div className="papers">
      <header>
        <div>
          <h1>{inWords(session.title, lang)}</h1>
          <p>
            {session.slot ? (
              <DualTime from={session.slot.startsAt} to={session.slot.endsAt} zone={sheet.event.timeZone} day="long" />
            ) : (
              t.notPlaced
            )}
          </p>
          <p className="text-13h text-ink-2">{t.papersBody}</p>
        </div>
        <ButtonLink href={taskPaths.sheet(session.id)}>{t.showSheet}</ButtonLink>
        <ButtonLink href={`${taskPaths.sheet(session.id)}&cards=1`}>{t.showCards}</ButtonLink>
        {actor && !isMember(actor) ? <ButtonLink href={paths.schedule()}>{words.title}</ButtonLink> : null}
      </header>
      <form
        className="grid gap-6"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        {mends.length > 0 ? <ErrorSummary errors={mends} /> : null}
        {sentence ? <Banner kind="error">{sentence}</Banner> : null}
        {session.speakers.map((speaker, nth) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: speakers have no id of their own, and stay in this order here
          <fieldset key={nth} className="card papers-part">
            <legend className="field-label">
              {words.roles[speaker.role]}　{inWords(nameOf(speaker), lang)}
            </legend>
            <div className="papers-pair">
              <TextArea
                label={t.biographyJa}
                id={id(`/biographies/${nth}/ja`)}
                error={at(`/biographies/${nth}/ja`)}
                value={input.biographies[nth]?.ja ?? ''}
                onValue={(ja) => life(nth, { ja })}
                limit={400}
              />
              <TextArea
                label={t.biographyEn}
                lang="en"
                id={id(`/biographies/${nth}/en`)}
                error={at(`/biographies/${nth}/en`)}
                value={input.biographies[nth]?.en ?? ''}
                onValue={(en) => life(nth, { en })}
                limit={LONGEST_BIOGRAPHY}
                countWords
              />
            </div>
          </fieldset>
        ))}
        <RunFields
          items={input.items}
          minutes={session.minutes}
          onItems={(items) => change({ items })}
          at={at}
          id={id}
        />
        <fieldset className="card papers-part">
          <legend className="field-label">{t.questions}</legend>
          <div className="papers-pair">
            <TextArea
              label={t.questionsJa}
              rows={7}
              id={id('/questions/ja')}
              error={at('/questions/ja')}
              value={input.questions.ja}
              onValue={(ja) => change({ questions: { ...input.questions, ja } })}
            />
            <TextArea
              label={t.questionsEn}
              lang="en"
              rows={7}
              id={id('/questions/en')}
              error={at('/questions/en')}
              value={input.questions.en}
              onValue={(en) => change({ questions: { ...input.questions, en } })}
            />
          </div>
        </fieldset>
        <p>
          <Button look="primary" type="submit" busy={busy} busyLabel={t.saving} disabledReason={stopped}>
            {t.save}
          </Button>
        </p>
      </form>
    </div>
  );
}

function inputOf({ session, biographies, questions, items }: SheetView): PapersInput {
  return {
    biographies: session.speakers.map((_, nth) => biographies[nth] ?? { ja: '', en: '' }),
    ...{ questions, items },
  };
}
