import { useQuery } from '@tanstack/react-query';
import { LONGEST_ANSWER } from '#shared/calls/call.ts';
import type { CallView, QuestionView } from '#shared/calls/contract.ts';
import { callTexts } from '#shared/calls/texts.ts';
import type { SpeakingDetails } from '#shared/requests/kinds/speaking.ts';
import { formatDeadline } from '#shared/time.ts';
import { CriteriaList } from '../../../calls/CriteriaList.tsx';
import { callsQuery } from '../../../calls/use-calls.ts';
import { inWords } from '../../../in-words.ts';
import { useNow } from '../../../query.ts';
import { useLang, useTexts } from '../../../texts.ts';
import { Banner } from '../../../ui/Banner.tsx';
import { RadioCards } from '../../../ui/Choices.tsx';
import { DualTime } from '../../../ui/DualTime.tsx';
import { PlainText } from '../../../ui/PlainText.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { TextArea, TextInput } from '../../../ui/TextInput.tsx';
import type { StepProps } from '../step-props.ts';

type Answer = SpeakingDetails['callAnswers'][number];
const PROPOSE = 'propose';

/** Which call the session answers, what that call asks, and by what it judges. */
export function SpeakingCallStep({ details, change, at, event }: StepProps<SpeakingDetails>) {
  const lang = useLang();
  const t = useTexts(callTexts);
  const now = useNow();
  const { data: calls } = useQuery(callsQuery(event.slug));
  if (!calls) return <Skeleton />;
  const takes = (one: CallView) => one.state === 'open' || (one.lateUntil !== null && new Date(one.lateUntil) > now);
  const chosen = calls.find((one) => one.id === details.callId);
  const shown = calls.filter((one) => takes(one) || one.id === details.callId);
  const answerTo = (id: Answer['questionId']): Answer =>
    details.callAnswers.find((one) => one.questionId === id) ?? { questionId: id, text: '', choice: null, yes: null };
  const answer = (id: Answer['questionId'], part: Partial<Answer>) =>
    change({
      callAnswers: [
        ...details.callAnswers.filter((one) => one.questionId !== id),
        { ...answerTo(id), ...part, questionId: id },
      ],
    });
  return (
    <>
      <RadioCards
        {...at('/callId')}
        label={t.step.choose}
        value={details.callId ?? PROPOSE}
        onValue={(value) => change({ callId: shown.find((one) => one.id === value)?.id ?? null })}
        choices={[
          ...shown.map((one) => ({ value: one.id, label: inWords(one.title, lang), hint: <CallHint call={one} /> })),
          { value: PROPOSE, label: t.step.propose, hint: t.step.proposeHint },
        ]}
      />
      {chosen && !takes(chosen) ? (
        <Banner kind="action">{t.step.closedNow(formatDeadline(chosen.closesAt, lang))}</Banner>
      ) : null}
      {chosen?.needsSignOff ? <Banner>{t.member.signOff}</Banner> : null}
      {chosen && inWords(chosen.guidance, lang) ? (
        <p className="text-16 text-ink-2">
          <PlainText text={inWords(chosen.guidance, lang)} />
        </p>
      ) : null}
      {chosen ? <CriteriaList criteria={chosen.criteria} /> : null}
      {chosen?.questions.map((question) => (
        <Question
          key={question.id}
          question={question}
          answer={answerTo(question.id)}
          onAnswer={(part) => answer(question.id, part)}
          at={at(`/callAnswers/${question.id}`)}
        />
      ))}
    </>
  );
}

function CallHint({ call }: { call: CallView }) {
  const lang = useLang();
  const t = useTexts(callTexts);
  const { mostPerMember, proposals } = call;
  return (
    <>
      {call.room ? inWords(call.room.name, lang) : t.wholeEvent}
      <span className="block">
        {t.member.closes} <DualTime from={call.closesAt} zone={call.timeZone} day="long" />
      </span>
      <span className="block text-ink-3">
        {mostPerMember === null ? t.member.free(proposals) : t.member.most(mostPerMember, proposals)}
      </span>
    </>
  );
}

type QuestionProps = {
  question: QuestionView;
  answer: Answer;
  onAnswer: (part: Partial<Answer>) => void;
  at: { id: string; error: string | undefined };
};

function Question({ question, answer, onAnswer, at }: QuestionProps) {
  const lang = useLang();
  const t = useTexts(callTexts).step;
  const { kind, required, options } = question;
  const label = `${inWords(question.label, lang)}${required ? '' : t.optional}`;
  const field = { ...at, label, required };
  if (kind === 'short') {
    return (
      <TextInput {...field} limit={LONGEST_ANSWER.short} value={answer.text} onValue={(text) => onAnswer({ text })} />
    );
  }
  if (kind === 'long') {
    return (
      <TextArea {...field} limit={LONGEST_ANSWER.long} value={answer.text} onValue={(text) => onAnswer({ text })} />
    );
  }
  if (kind === 'choice') {
    return (
      <RadioCards
        {...field}
        value={answer.choice === null ? '' : String(answer.choice)}
        onValue={(value) => onAnswer({ choice: Number(value) })}
        choices={options.map((option, place) => ({ value: String(place), label: inWords(option, lang) }))}
      />
    );
  }
  return (
    <RadioCards
      {...field}
      columns={2}
      value={answer.yes === null ? '' : answer.yes ? 'yes' : 'no'}
      onValue={(value) => onAnswer({ yes: value === 'yes' })}
      choices={[
        { value: 'yes', label: t.yes },
        { value: 'no', label: t.no },
      ]}
    />
  );
}
