import type { DelegateView } from '#shared/delegations/contract.ts';
import type { PassDetails, PassPerson } from '#shared/requests/kinds/pass.ts';
import { stepTexts } from '#shared/requests/step-texts.ts';
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

/** Whoever is chosen comes with the days the delegation already knows. */
function personFor(delegate: DelegateView): PassPerson {
  const { id, arrivesOn, leavesOn } = delegate;
  return { delegateId: id, from: arrivesOn, to: leavesOn, reserve: false, elsewhere: false };
}

export function PassPeopleStep({ details, change, at, event, delegation }: StepProps<PassDetails>) {
  const lang = useLang();
  const t = useTexts(stepTexts).pass.people;
  const names = useTexts(requestTexts).pass;
  const words = useTexts(requestWords);
  const none = useTexts(wizardTexts).people.none;
  const delegates = delegation?.delegates ?? [];
  const { people } = details;
  const chosen = (id: string) => people.find((one) => one.delegateId === id);
  const choose = (delegate: DelegateView, on: boolean) =>
    change({
      people: on ? [...people, personFor(delegate)] : people.filter((one) => one.delegateId !== delegate.id),
    });
  const mark = (id: string, patch: Partial<PassPerson>) =>
    change({ people: people.map((one) => (one.delegateId === id ? { ...one, ...patch } : one)) });
  const travelling = people.filter((one) => !one.reserve).length;
  const sizes = Array.from({ length: Math.max(1, travelling, details.minimumParty) }, (_, index) => ({
    value: String(index + 1),
    label: words.people(index + 1),
  }));
  return (
    <>
      <FieldGroup {...at('/people')} label={names.people} required>
        {delegates.length === 0 ? <p className="text-15 text-ink-2">{none}</p> : null}
        <div className="choose-list">
          {delegates.map((delegate) => {
            const person = chosen(delegate.id);
            return (
              <div key={delegate.id} className="choose-row">
                <Checkbox
                  checked={person !== undefined}
                  onChecked={(on) => choose(delegate, on)}
                  label={fullName(delegate)}
                  hint={inWords(delegate.title, lang)}
                />
                {person ? (
                  <div className="choose-more">
                    <Checkbox
                      checked={person.reserve}
                      onChecked={(reserve) => mark(delegate.id, { reserve })}
                      label={t.reserve}
                    />
                    <Checkbox
                      checked={person.elsewhere}
                      onChecked={(elsewhere) => mark(delegate.id, { elsewhere })}
                      label={t.elsewhere}
                    />
                  </div>
                ) : null}
              </div>
            );
          })}
        </div>
      </FieldGroup>
      <AddPerson
        delegation={delegation}
        event={event}
        onAdded={(delegate) => change({ people: [...people, personFor(delegate)] })}
      />
      <Select
        {...at('/minimumParty')}
        label={t.minimumParty}
        hint={t.minimumPartyHint}
        empty={null}
        value={String(details.minimumParty)}
        onValue={(value) => change({ minimumParty: Number(value) })}
        options={sizes}
      />
    </>
  );
}
