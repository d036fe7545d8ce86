import type { PassDetails, PassPerson } from '#shared/requests/kinds/pass.ts';
import { stepTexts } from '#shared/requests/step-texts.ts';
import { requestTexts } from '#shared/requests/texts.ts';
import { requestWords } from '#shared/requests/words.ts';
import { daysAround } from '../../../delegations/days-around.ts';
import { useTexts } from '../../../texts.ts';
import { RadioCards } from '../../../ui/Choices.tsx';
import { DateSelect } from '../../../ui/Select.tsx';
import { fullName, type StepProps } from '../step-props.ts';

const ZONES = ['blue', 'green', 'any'] as const;

export function PassDaysStep({ details, change, at, event, delegation }: StepProps<PassDetails>) {
  const t = useTexts(stepTexts).pass.days;
  const texts = useTexts(requestTexts);
  const words = useTexts(requestWords);
  const set = (index: number, patch: Partial<PassPerson>) =>
    change({ people: details.people.map((one, place) => (place === index ? { ...one, ...patch } : one)) });
  const nameOf = (id: string) => {
    const found = delegation?.delegates.find((one) => one.id === id);
    return found ? fullName(found) : texts.unknownPerson;
  };
  return (
    <>
      <RadioCards
        {...at('/zone')}
        label={texts.pass.zone}
        required
        value={details.zone ?? ''}
        onValue={(value) => change({ zone: ZONES.find((zone) => zone === value) ?? null })}
        choices={ZONES.map((zone) => ({ value: zone, label: words.zone[zone], hint: t.zoneHints[zone] }))}
      />
      {details.people.length === 0 ? <p className="text-15 text-ink-2">{t.nobody}</p> : null}
      {details.people.map((person, index) => (
        <fieldset key={person.delegateId} className="answer-group">
          <legend>{t.daysOf(nameOf(person.delegateId))}</legend>
          <div className="grid gap-4 wide:grid-cols-2">
            <DateSelect
              {...at(`/people/${index}/from`)}
              label={t.first}
              required
              days={daysAround(event)}
              value={person.from ?? ''}
              onValue={(day) => set(index, { from: day || null })}
            />
            <DateSelect
              {...at(`/people/${index}/to`)}
              label={t.last}
              required
              days={daysAround(event)}
              value={person.to ?? ''}
              onValue={(day) => set(index, { to: day || null })}
            />
          </div>
        </fieldset>
      ))}
    </>
  );
}
