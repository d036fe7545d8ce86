import { type BilateralDetails, INTERPRETERS, LEVELS } from '#shared/requests/kinds/bilateral.ts';
import { requestTexts } from '#shared/requests/texts.ts';
import { wizardTexts } from '#shared/requests/wizard-texts.ts';
import { requestWords } from '#shared/requests/words.ts';
import { inWords } from '../../../in-words.ts';
import { useLang, useTexts } from '../../../texts.ts';
import { Checkbox } from '../../../ui/Choices.tsx';
import { FieldGroup } from '../../../ui/Field.tsx';
import { Select } from '../../../ui/Select.tsx';
import { AddPerson } from '../AddPerson.tsx';
import { fullName, type StepProps } from '../step-props.ts';

export function BilateralPeopleStep({ details, change, at, event, delegation }: StepProps<BilateralDetails>) {
  const lang = useLang();
  const names = useTexts(requestTexts).bilateral;
  const words = useTexts(requestWords);
  const none = useTexts(wizardTexts).people.none;
  const delegates = delegation?.delegates ?? [];
  const { people } = details;
  return (
    <>
      <FieldGroup {...at('/people')} label={names.people} required>
        {delegates.length === 0 ? <p className="text-15 text-ink-2">{none}</p> : null}
        <div className="choose-list">
          {delegates.map((delegate) => (
            <div key={delegate.id} className="choose-row">
              <Checkbox
                checked={people.includes(delegate.id)}
                onChecked={(on) =>
                  change({ people: on ? [...people, delegate.id] : people.filter((id) => id !== delegate.id) })
                }
                label={fullName(delegate)}
                hint={inWords(delegate.title, lang)}
              />
            </div>
          ))}
        </div>
      </FieldGroup>
      <AddPerson
        delegation={delegation}
        event={event}
        onAdded={(delegate) => change({ people: [...people, delegate.id] })}
      />
      <Select
        {...at('/ourLevel')}
        label={names.ourLevel}
        empty={null}
        value={details.ourLevel}
        onValue={(value) => change({ ourLevel: LEVELS.find((level) => level === value) ?? 'any' })}
        options={LEVELS.map((level) => ({ value: level, label: words.level[level] }))}
      />
      <Select
        {...at('/interpreter')}
        label={names.interpreter}
        empty={null}
        value={details.interpreter}
        onValue={(value) => change({ interpreter: INTERPRETERS.find((one) => one === value) ?? 'none' })}
        options={INTERPRETERS.map((one) => ({ value: one, label: words.interpreter[one] }))}
      />
    </>
  );
}
