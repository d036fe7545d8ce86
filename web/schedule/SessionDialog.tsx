import { useState } from 'react';
import { INTERPRETATIONS, SESSION_FORMATS, THEMES } from '#shared/requests/kinds/speaking.ts';
import { requestWords } from '#shared/requests/words.ts';
import type { SessionInput, SessionView } from '#shared/schedule/contract.ts';
import { sessionTexts } from '#shared/schedule/session-texts.ts';
import { scheduleTexts } from '#shared/schedule/texts.ts';
import { shellTexts } from '#shared/shell-texts.ts';
import { call, newIdempotencyKey } from '../api.ts';
import { useMe } from '../query.ts';
import { taskPaths } from '../requests/tasks/task-paths.ts';
import { useTexts } from '../texts.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { ErrorSummary } from '../ui/ErrorSummary.tsx';
import { ButtonLink } from '../ui/Link.tsx';
import { Select } from '../ui/Select.tsx';
import { TextArea, TextInput } from '../ui/TextInput.tsx';
import { useToast } from '../ui/Toast.tsx';
import { useSending } from '../ui/use-sending.ts';
import { FactsFields } from './FactsFields.tsx';
import { HostFields } from './HostFields.tsx';
import { KindFields } from './KindFields.tsx';
import { PromoteDialog } from './PromoteDialog.tsx';
import { SpeakerFields } from './SpeakerFields.tsx';
import { inputOf } from './session-input.ts';
import { useRefreshSchedule } from './use-draft.ts';

type SessionDialogProps = {
  session: SessionView | null;
  stopped: string | null;
  onMove: () => void;
  onUnplace: () => void;
  onCancelSession: () => void;
  onClose: () => void;
};

const LANGUAGES = ['ja', 'en', 'ja_en'] as const;

/** A session's text, hosts and speakers; and what else can be done with it. */
export function SessionDialog({ session, stopped, onMove, onUnplace, onCancelSession, onClose }: SessionDialogProps) {
  const t = useTexts(scheduleTexts);
  const words = useTexts(requestWords);
  const facts = useTexts(sessionTexts);
  const shell = useTexts(shellTexts);
  const toast = useToast();
  const event = useMe()?.currentEvent?.slug ?? '';
  const refresh = useRefreshSchedule();
  const { busy, send, sentence, at, id, mends } = useSending('session');
  const [input, setInput] = useState<SessionInput>(() => inputOf(session));
  const [key] = useState(newIdempotencyKey);
  const [promoting, setPromoting] = useState<number | null>(null);
  // What has been typed and not saved would be lost.
  const promotable = session !== null && !stopped && session.standbys.length > 0 && isSame(input, inputOf(session));
  const change = (part: Partial<SessionInput>) => setInput((now) => ({ ...now, ...part }));
  const submit = () =>
    send(async () => {
      if (session)
        await call('PUT /api/sessions/:id', { params: { id: session.id }, body: input, ifMatch: session.version });
      else await call('POST /api/events/:event/sessions', { params: { event }, body: input, idempotencyKey: key });
      await refresh();
      toast({ message: t.saved });
      onClose();
    });
  const choose = <Value extends string>(values: readonly Value[], names: Record<Value, string>) =>
    values.map((value) => ({ value, label: names[value] }));
  const both = (
    pointer: string,
    label: { ja: string; en: string },
    value: { ja: string; en: string },
    onValue: (next: { ja: string; en: string }) => void,
    long = false,
  ) => {
    const Input = long ? TextArea : TextInput;
    return (
      <>
        <Input
          label={label.ja}
          id={id(`${pointer}/ja`)}
          error={at(`${pointer}/ja`)}
          value={value.ja}
          onValue={(ja) => onValue({ ...value, ja })}
        />
        <Input
          label={label.en}
          id={id(`${pointer}/en`)}
          error={at(`${pointer}/en`)}
          value={value.en}
          onValue={(en) => onValue({ ...value, en })}
          lang="en"
        />
      </>
    );
  };
  return (
    <Dialog open onClose={onClose} title={session ? t.editTitle : t.newTitle} wide>
      <form
        className="mt-2 grid gap-4"
        noValidate
        onSubmit={(submitted) => {
          submitted.preventDefault();
          void submit();
        }}
      >
        {mends.length > 0 ? <ErrorSummary errors={mends} /> : null}
        {sentence ? <Banner kind="error">{sentence}</Banner> : null}
        {session && !stopped && session.state === 'planned' ? (
          <div className="flex flex-wrap gap-2">
            <Button size={30} onClick={onMove}>
              {t.move}
            </Button>
            {session.slot ? (
              <Button size={30} onClick={onUnplace}>
                {t.unplace}
              </Button>
            ) : null}
            <ButtonLink href={taskPaths.papers(session.id)} size={30}>
              {facts.papers}
            </ButtonLink>
            <ButtonLink href={taskPaths.sheet(session.id)} size={30}>
              {facts.sheet}
            </ButtonLink>
            <Button size={30} look="danger" onClick={onCancelSession}>
              {t.cancelSession}
            </Button>
          </div>
        ) : null}
        {session?.requestId ? null : <KindFields input={input} onChange={change} at={at} id={id} />}
        <div className="session-pair">
          {both('/title', { ja: t.titleJa, en: t.titleEn }, input.title, (title) => change({ title }))}
        </div>
        <div className="session-pair">
          {both(
            '/abstract',
            { ja: t.abstractJa, en: t.abstractEn },
            input.abstract,
            (abstract) => change({ abstract }),
            true,
          )}
        </div>
        <div className="session-facts">
          <Select
            label={t.theme}
            empty={null}
            value={input.theme}
            onValue={(theme) => change({ theme: theme as SessionInput['theme'] })}
            options={choose(THEMES, words.theme)}
          />
          <Select
            label={t.format}
            empty={null}
            value={input.format}
            onValue={(format) => change({ format: format as SessionInput['format'] })}
            options={choose(SESSION_FORMATS, words.format)}
          />
          <Select
            label={t.language}
            empty={null}
            value={input.language}
            onValue={(language) => change({ language: language as SessionInput['language'] })}
            options={choose(LANGUAGES, words.speechLang)}
          />
          <Select
            label={t.interpretation}
            empty={null}
            value={input.interpretation}
            onValue={(interpretation) => change({ interpretation: interpretation as SessionInput['interpretation'] })}
            options={choose(INTERPRETATIONS, words.interpretation)}
          />
          <TextInput
            label={t.length}
            id={id('/minutes')}
            error={at('/minutes')}
            value={String(input.minutes)}
            onValue={(minutes) => change({ minutes: Number(minutes.replace(/\D/g, '')) || 0 })}
            inputMode="numeric"
          />
        </div>
        <FactsFields input={input} onChange={change} at={at} id={id} />
        <HostFields hostIds={input.hostIds} cohostIds={input.cohostIds} known={session?.hosts ?? []} onHosts={change} />
        <SpeakerFields
          speakers={input.speakers}
          onSpeakers={(speakers) => change({ speakers })}
          onPromote={promotable ? setPromoting : null}
          at={at}
          id={id}
        />
        <SpeakerFields
          part="standbys"
          speakers={input.standbys}
          onSpeakers={(standbys) => change({ standbys })}
          at={at}
          id={id}
        />
        <div className="dialog-actions">
          <Button onClick={onClose}>{shell.cancel}</Button>
          <Button look="primary" type="submit" busy={busy} busyLabel={t.saving} disabledReason={stopped}>
            {t.save}
          </Button>
        </div>
      </form>
      {session && promoting !== null ? (
        <PromoteDialog session={session} speaker={promoting} onDone={onClose} onClose={() => setPromoting(null)} />
      ) : null}
    </Dialog>
  );
}

const isSame = (one: SessionInput, other: SessionInput) => JSON.stringify(one) === JSON.stringify(other);
