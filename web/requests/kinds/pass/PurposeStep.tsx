import type { PassDetails } from '#shared/requests/kinds/pass.ts';
import { stepTexts } from '#shared/requests/step-texts.ts';
import { requestTexts } from '#shared/requests/texts.ts';
import { useTexts } from '../../../texts.ts';
import { Checkbox } from '../../../ui/Choices.tsx';
import { TextArea } from '../../../ui/TextInput.tsx';
import type { StepProps } from '../step-props.ts';

export function PassPurposeStep({ details, change, at }: StepProps<PassDetails>) {
  const t = useTexts(stepTexts).pass.purpose;
  const names = useTexts(requestTexts).pass;
  return (
    <>
      <TextArea
        {...at('/purpose')}
        label={names.purpose}
        hint={t.purposeHint}
        required
        limit={400}
        value={details.purpose}
        onValue={(purpose) => change({ purpose })}
      />
      <Checkbox
        checked={details.onlyWithSpeaking}
        onChecked={(onlyWithSpeaking) => change({ onlyWithSpeaking })}
        label={t.onlyWithSpeaking}
      />
      <TextArea
        {...at('/fundingNote')}
        label={names.fundingNote}
        hint={t.fundingHint}
        rows={3}
        limit={200}
        value={details.fundingNote}
        onValue={(fundingNote) => change({ fundingNote })}
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
