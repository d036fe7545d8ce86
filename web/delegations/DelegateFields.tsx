import { delegationTexts } from '#shared/delegations/texts.ts';
import type { Bilingual } from '#shared/lang.ts';
import { useTexts } from '../texts.ts';
import { DateSelect, Select } from '../ui/Select.tsx';
import { TextInput } from '../ui/TextInput.tsx';

export type DelegateFormState = {
  familyName: string;
  givenName: string;
  familyKana: string;
  givenKana: string;
  familyLatin: string;
  givenLatin: string;
  title: Bilingual;
  section: string;
  /** Empty while nothing is chosen. */
  level: string;
  email: string;
  arrivesOn: string | null;
  leavesOn: string | null;
};

type DelegateFieldsProps = {
  state: DelegateFormState;
  onChange: (change: Partial<DelegateFormState>) => void;
  days: readonly string[];
  levels: readonly (keyof (typeof delegationTexts)['ja']['level'])[];
  /** Id and error of the control for a field. */
  at: (pointer: string) => { id: string; error: string | undefined };
};

type TextField = 'familyName' | 'givenName' | 'familyKana' | 'givenKana' | 'familyLatin' | 'givenLatin';

const PAIRS: readonly { fields: readonly [TextField, TextField]; required: boolean; latin?: true }[] = [
  { fields: ['familyName', 'givenName'], required: true },
  { fields: ['familyKana', 'givenKana'], required: true },
  { fields: ['familyLatin', 'givenLatin'], required: false, latin: true },
];

/** The fields of a delegate. Latin letters are typed from the passport and never made from the reading. */
export function DelegateFields({ state, onChange, days, levels, at }: DelegateFieldsProps) {
  const t = useTexts(delegationTexts);
  return (
    <>
      {PAIRS.map(({ fields, required, latin }) => (
        <div key={fields[0]}>
          {latin ? <p className="field-hint">{t.latinHint}</p> : null}
          <div className="grid gap-4 wide:grid-cols-2">
            {fields.map((field) => (
              <TextInput
                key={field}
                {...at(`/${field}`)}
                label={t[field]}
                required={required}
                value={state[field]}
                onValue={(value) => onChange({ [field]: value })}
                {...(latin ? { lang: 'en', autoCapitalize: 'characters' } : {})}
              />
            ))}
          </div>
        </div>
      ))}
      <div className="grid gap-4 wide:grid-cols-2">
        <TextInput
          {...at('/title/ja')}
          label={t.titleJa}
          hint={t.titleJaHint}
          required
          value={state.title.ja}
          onValue={(ja) => onChange({ title: { ...state.title, ja } })}
        />
        <TextInput
          {...at('/title/en')}
          label={t.titleEn}
          hint={t.titleEnHint}
          lang="en"
          value={state.title.en}
          onValue={(en) => onChange({ title: { ...state.title, en } })}
        />
        <Select
          {...at('/level')}
          label={t.levelLabel}
          required
          value={state.level}
          onValue={(level) => onChange({ level })}
          options={levels.map((level) => ({ value: level, label: t.level[level] }))}
        />
        <TextInput
          {...at('/section')}
          label={t.section}
          value={state.section}
          onValue={(section) => onChange({ section })}
        />
        <DateSelect
          {...at('/arrivesOn')}
          label={t.arrivesOn}
          days={days}
          empty={t.notYet}
          value={state.arrivesOn ?? ''}
          onValue={(day) => onChange({ arrivesOn: day || null })}
        />
        <DateSelect
          {...at('/leavesOn')}
          label={t.leavesOn}
          days={days}
          empty={t.notYet}
          value={state.leavesOn ?? ''}
          onValue={(day) => onChange({ leavesOn: day || null })}
        />
        <TextInput
          {...at('/email')}
          label={t.email}
          type="email"
          value={state.email}
          onValue={(email) => onChange({ email })}
        />
      </div>
    </>
  );
}
