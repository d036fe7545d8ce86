import { type BilateralDetails, COUNTERPART_KINDS, LEVELS } from '#shared/requests/kinds/bilateral.ts';
import { meetingStepTexts } from '#shared/requests/meeting-step-texts.ts';
import { requestTexts } from '#shared/requests/texts.ts';
import { requestWords } from '#shared/requests/words.ts';
import { useTexts } from '../../../texts.ts';
import { Checkbox } from '../../../ui/Choices.tsx';
import { Select } from '../../../ui/Select.tsx';
import { TextArea, TextInput } from '../../../ui/TextInput.tsx';
import type { StepProps } from '../step-props.ts';

export function BilateralCounterpartStep({ details, change, at }: StepProps<BilateralDetails>) {
  const t = useTexts(meetingStepTexts).counterpart;
  const names = useTexts(requestTexts).bilateral;
  const words = useTexts(requestWords);
  return (
    <>
      <Select
        {...at('/counterpartKind')}
        label={names.counterpartKind}
        required
        value={details.counterpartKind ?? ''}
        onValue={(value) => change({ counterpartKind: COUNTERPART_KINDS.find((kind) => kind === value) ?? null })}
        options={COUNTERPART_KINDS.map((kind) => ({ value: kind, label: words.counterpartKind[kind] }))}
      />
      <TextInput
        {...at('/counterpartName')}
        label={names.counterpartName}
        hint={t.nameHint}
        required
        value={details.counterpartName}
        onValue={(counterpartName) => change({ counterpartName })}
      />
      <TextInput
        {...at('/counterpartNameEn')}
        label={names.counterpartNameEn}
        lang="en"
        value={details.counterpartNameEn}
        onValue={(counterpartNameEn) => change({ counterpartNameEn })}
      />
      <TextInput
        {...at('/counterpartCountry')}
        label={names.counterpartCountry}
        hint={t.countryHint}
        required
        value={details.counterpartCountry}
        onValue={(counterpartCountry) => change({ counterpartCountry })}
      />
      <TextInput
        {...at('/personWanted')}
        label={names.personWanted}
        hint={t.personHint}
        value={details.personWanted}
        onValue={(personWanted) => change({ personWanted })}
      />
      <Select
        {...at('/levelWanted')}
        label={names.levelWanted}
        empty={null}
        value={details.levelWanted}
        onValue={(value) => change({ levelWanted: LEVELS.find((level) => level === value) ?? 'any' })}
        options={LEVELS.map((level) => ({ value: level, label: words.level[level] }))}
      />
      <Checkbox checked={details.inContact} onChecked={(inContact) => change({ inContact })} label={t.inContact} />
      <TextArea
        {...at('/secondChoices')}
        label={names.secondChoices}
        hint={t.secondHint}
        rows={3}
        limit={300}
        value={details.secondChoices}
        onValue={(secondChoices) => change({ secondChoices })}
      />
      <TextArea
        {...at('/relation')}
        label={names.relation}
        hint={t.relationHint}
        rows={3}
        limit={300}
        value={details.relation}
        onValue={(relation) => change({ relation })}
      />
    </>
  );
}
