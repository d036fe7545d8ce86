import { deskTexts } from '#shared/requests/desk-texts.ts';
import { verdictTexts } from '#shared/requests/verdict-texts.ts';
import { requestWords } from '#shared/requests/words.ts';
import { useTexts } from '../../texts.ts';
import { RadioCards } from '../../ui/Choices.tsx';
import { InstantInput } from '../../ui/InstantInput.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextArea, TextInput } from '../../ui/TextInput.tsx';
import type { AskedDeed, DeedField } from './deed-fields.ts';
import { useStaff } from './use-queue.ts';
import type { DeedInput } from './verdicts.ts';

type DeedFormProps = {
  deed: AskedDeed;
  fields: readonly DeedField[];
  /** The municipality's name, or how many there are. */
  who: string;
  input: DeedInput;
  onInput: (change: Partial<DeedInput>) => void;
  at: (pointer: string) => string | null;
  id: (pointer: string) => string;
};

const TEMPLATES = ['abstract', 'people', 'approval', 'times'] as const;

/** What a deed asks for. */
export function DeedForm({ deed, fields, who, input, onInput, at, id }: DeedFormProps) {
  const t = useTexts(verdictTexts).form;
  const said = useTexts(deskTexts);
  const words = useTexts(requestWords);
  const staff = useStaff();
  const has = (field: DeedField) => fields.includes(field);
  const insert = (key: string) => {
    const template = TEMPLATES.find((one) => one === key);
    if (!template) return;
    const { step, body } = said.template[template];
    onInput({ body: input.body ? `${input.body}\n${body}` : body, nextStep: input.nextStep || step });
  };
  return (
    <>
      {has('owner') ? (
        <Select
          label={t.assignTo}
          id={id('/ownerId')}
          error={at('/ownerId')}
          value={input.ownerId ?? ''}
          onValue={(ownerId) => onInput({ ownerId: ownerId || null })}
          empty={t.nobody}
          options={staff.map((one) => ({ value: one.id, label: one.name }))}
        />
      ) : null}
      {has('note') ? (
        <TextInput
          label={t.assignNote}
          id={id('/note')}
          error={at('/note')}
          value={input.note}
          onValue={(note) => onInput({ note })}
          limit={200}
        />
      ) : null}
      {has('turn') ? (
        <RadioCards
          label={t.turn}
          value={input.turn}
          onValue={(turn) => onInput({ turn: turn as DeedInput['turn'] })}
          columns={3}
          choices={(['member', 'desk', 'counterpart'] as const).map((turn) => ({
            value: turn,
            label: words.turn[turn],
          }))}
        />
      ) : null}
      {deed === 'ask' ? (
        <Select
          label={t.insert}
          value=""
          onValue={insert}
          empty={t.chooseTemplate}
          options={TEMPLATES.map((key) => ({ value: key, label: said.template[key].name }))}
        />
      ) : null}
      {has('what') || has('optionalWhat') ? (
        <TextInput
          label={has('what') ? t.what : t.nextStep}
          hint={t.whatHint}
          id={id('/nextStep')}
          error={at('/nextStep')}
          required={has('what')}
          limit={60}
          value={input.nextStep}
          onValue={(nextStep) => onInput({ nextStep })}
        />
      ) : null}
      {has('body') ? (
        <TextArea
          label={deed === 'offer' ? t.offerText : t.text(who)}
          id={id('/body')}
          error={at('/body')}
          required
          limit={2000}
          rows={4}
          value={input.body}
          onValue={(body) => onInput({ body })}
        />
      ) : null}
      {has('due') ? (
        <InstantInput
          label={deed === 'offer' ? t.answerBy : t.by}
          hint={t.byHint}
          id={id('/dueAt')}
          error={at('/dueAt')}
          required
          value={input.dueAt}
          onValue={(dueAt) => onInput({ dueAt })}
        />
      ) : null}
      {has('reason') || has('optionalReason') ? (
        <TextArea
          label={has('reason') ? t.reason : t.optionalReason}
          hint={t.reasonHint(who)}
          id={id('/reason')}
          error={at('/reason')}
          required={has('reason')}
          limit={has('reason') ? 2000 : 1000}
          rows={4}
          value={input.reason}
          onValue={(reason) => onInput({ reason })}
        />
      ) : null}
    </>
  );
}
