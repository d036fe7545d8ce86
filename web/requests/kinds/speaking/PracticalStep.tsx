import { INTERPRETATIONS, type SpeakingDetails } from '#shared/requests/kinds/speaking.ts';
import { stepTexts } from '#shared/requests/step-texts.ts';
import { requestTexts } from '#shared/requests/texts.ts';
import { requestWords } from '#shared/requests/words.ts';
import { useTexts } from '../../../texts.ts';
import { Checkboxes, RadioCards } from '../../../ui/Choices.tsx';
import { Select } from '../../../ui/Select.tsx';
import { TextArea } from '../../../ui/TextInput.tsx';
import type { StepProps } from '../step-props.ts';

const EQUIPMENT = ['slides', 'videoWithSound', 'ownComputer'] as const;
const CONSENT = ['mayStream', 'mayRecord', 'mayPhotograph', 'mayPublishSlides'] as const;
const APPROVALS = ['not_started', 'in_progress', 'approved'] as const;

export function SpeakingPracticalStep({ details, change, at }: StepProps<SpeakingDetails>) {
  const t = useTexts(stepTexts).speaking.practical;
  const names = useTexts(requestTexts).speaking;
  const words = useTexts(requestWords);
  /** Several yes-or-no answers shown as one list. */
  const several = <Name extends (typeof EQUIPMENT)[number] | (typeof CONSENT)[number]>(keys: readonly Name[]) => ({
    values: keys.filter((key) => details[key]),
    onValues: (values: string[]) =>
      change(Object.fromEntries(keys.map((key) => [key, values.includes(key)])) as Partial<SpeakingDetails>),
    choices: keys.map((key) => ({ value: key, label: names[key] })),
  });
  return (
    <>
      <RadioCards
        {...at('/interpretation')}
        label={names.interpretation}
        columns={3}
        value={details.interpretation}
        onValue={(value) =>
          change({ interpretation: INTERPRETATIONS.find((one) => one === value) ?? details.interpretation })
        }
        choices={INTERPRETATIONS.map((one) => ({ value: one, label: words.interpretation[one] }))}
      />
      <Checkboxes {...at('/slides')} label={names.equipment} {...several(EQUIPMENT)} />
      <TextArea
        {...at('/equipment')}
        label={names.equipmentNote}
        hint={t.equipmentHint}
        rows={3}
        limit={300}
        value={details.equipment}
        onValue={(equipment) => change({ equipment })}
      />
      <Checkboxes {...at('/mayStream')} label={names.consent} hint={t.consentHint} {...several(CONSENT)} />
      <Select
        {...at('/approval')}
        label={names.approval}
        empty={null}
        value={details.approval}
        onValue={(value) => change({ approval: APPROVALS.find((one) => one === value) ?? details.approval })}
        options={APPROVALS.map((one) => ({ value: one, label: words.approval[one] }))}
      />
      <TextArea
        {...at('/note')}
        label={names.note}
        hint={t.noteHint}
        rows={3}
        limit={1000}
        value={details.note}
        onValue={(note) => change({ note })}
      />
    </>
  );
}
