import { MOST_CRITERIA, MOST_QUESTIONS, QUESTION_KINDS } from '#shared/calls/call.ts';
import type { CallInput } from '#shared/calls/contract.ts';
import { callTexts } from '#shared/calls/texts.ts';
import { useTexts } from '../texts.ts';
import { Button } from '../ui/Button.tsx';
import { Checkbox } from '../ui/Choices.tsx';
import { Select } from '../ui/Select.tsx';
import { TextArea, TextInput } from '../ui/TextInput.tsx';

type Marks = (pointer: string) => { id: string; error: string | null };
type PartsProps = { input: CallInput; change: (part: Partial<CallInput>) => void; marks: Marks };
type Question = CallInput['questions'][number];
type Criterion = CallInput['criteria'][number];
const NONE = { ja: '', en: '' };

/** The list with one of them one place earlier. */
function raised<Item>(items: readonly Item[], at: number): Item[] {
  const next = [...items];
  const [one] = next.splice(at, 1);
  if (one !== undefined) next.splice(at - 1, 0, one);
  return next;
}

/** What the call asks for itself, and by what it judges, each in both languages and in an order. */
export function CallParts({ input, change, marks }: PartsProps) {
  const t = useTexts(callTexts);
  const { questions, criteria } = input;
  const setQuestion = (at: number, part: Partial<Question>) =>
    change({ questions: questions.map((one, nth) => (nth === at ? { ...one, ...part } : one)) });
  const setCriterion = (at: number, part: Partial<Criterion>) =>
    change({ criteria: criteria.map((one, nth) => (nth === at ? { ...one, ...part } : one)) });
  const tools = (at: number, up: () => void, drop: () => void) => (
    <span className="flex gap-2">
      {at > 0 ? (
        <Button size={30} look="quiet" onClick={up}>
          {t.up}
        </Button>
      ) : null}
      <Button size={30} look="quiet" onClick={drop}>
        {t.drop}
      </Button>
    </span>
  );
  return (
    <>
      <h3>{t.fields.criteria}</h3>
      <p className="text-13 text-ink-3">{t.fields.criteriaHint}</p>
      {criteria.map((one, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: new ones have no id, and the fields hold no state of their own.
        <fieldset key={at} className="card grid gap-3 p-4">
          <legend>{t.criterion(at + 1)}</legend>
          <TextInput
            {...marks(`/criteria/${at}/name/ja`)}
            label={t.fields.nameJa}
            lang="ja"
            required
            value={one.name.ja}
            onValue={(ja) => setCriterion(at, { name: { ...one.name, ja } })}
          />
          <TextInput
            {...marks(`/criteria/${at}/name/en`)}
            label={t.fields.nameEn}
            lang="en"
            required
            value={one.name.en}
            onValue={(en) => setCriterion(at, { name: { ...one.name, en } })}
          />
          <Select
            label={t.fields.weight}
            empty={null}
            value={String(one.weight)}
            onValue={(weight) => setCriterion(at, { weight: Number(weight) })}
            options={Array.from({ length: 10 }, (_, nth) => ({ value: String(nth + 1), label: String(nth + 1) }))}
          />
          {tools(
            at,
            () => change({ criteria: raised(criteria, at) }),
            () => change({ criteria: criteria.filter((_, nth) => nth !== at) }),
          )}
        </fieldset>
      ))}
      {criteria.length < MOST_CRITERIA ? (
        <Button onClick={() => change({ criteria: [...criteria, { id: null, weight: 1, name: NONE, note: NONE }] })}>
          {t.addCriterion}
        </Button>
      ) : null}
      <h3>{t.fields.questions}</h3>
      {questions.map((one, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: new ones have no id, and the fields hold no state of their own.
        <fieldset key={at} className="card grid gap-3 p-4">
          <legend>{t.question(at + 1)}</legend>
          <Select
            {...marks(`/questions/${at}/options`)}
            label={t.fields.kind}
            empty={null}
            value={one.kind}
            onValue={(kind) =>
              setQuestion(at, { kind: kind as Question['kind'], options: kind === 'choice' ? [NONE, NONE] : [] })
            }
            options={QUESTION_KINDS.map((kind) => ({ value: kind, label: t.kinds[kind] }))}
          />
          <Checkbox
            label={t.fields.required}
            checked={one.required}
            onChecked={(required) => setQuestion(at, { required })}
          />
          <TextInput
            {...marks(`/questions/${at}/label/ja`)}
            label={t.fields.labelJa}
            lang="ja"
            required
            value={one.label.ja}
            onValue={(ja) => setQuestion(at, { label: { ...one.label, ja } })}
          />
          <TextInput
            {...marks(`/questions/${at}/label/en`)}
            label={t.fields.labelEn}
            lang="en"
            required
            value={one.label.en}
            onValue={(en) => setQuestion(at, { label: { ...one.label, en } })}
          />
          {one.kind === 'choice' ? (
            <Options options={one.options} onOptions={(options) => setQuestion(at, { options })} />
          ) : null}
          {tools(
            at,
            () => change({ questions: raised(questions, at) }),
            () => change({ questions: questions.filter((_, nth) => nth !== at) }),
          )}
        </fieldset>
      ))}
      {questions.length < MOST_QUESTIONS ? (
        <Button
          onClick={() =>
            change({ questions: [...questions, { id: null, kind: 'short', required: true, label: NONE, options: [] }] })
          }
        >
          {t.addQuestion}
        </Button>
      ) : null}
    </>
  );
}

type OptionsProps = { options: Question['options']; onOptions: (options: Question['options']) => void };

/** One option a line, the same number of lines in both languages. */
function Options({ options, onOptions }: OptionsProps) {
  const t = useTexts(callTexts).fields;
  const set = (lang: 'ja' | 'en', text: string) => {
    const lines = text.split('\n');
    const count = Math.max(lines.length, 2);
    onOptions(Array.from({ length: count }, (_, nth) => ({ ...(options[nth] ?? NONE), [lang]: lines[nth] ?? '' })));
  };
  const text = (lang: 'ja' | 'en') => options.map((one) => one[lang]).join('\n');
  return (
    <>
      <TextArea label={t.optionsJa} lang="ja" value={text('ja')} onValue={(value) => set('ja', value)} />
      <TextArea label={t.optionsEn} lang="en" value={text('en')} onValue={(value) => set('en', value)} />
    </>
  );
}
