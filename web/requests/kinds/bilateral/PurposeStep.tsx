import type { BilateralDetails } from '#shared/requests/kinds/bilateral.ts';
import { meetingStepTexts } from '#shared/requests/meeting-step-texts.ts';
import { requestTexts } from '#shared/requests/texts.ts';
import { useTexts } from '../../../texts.ts';
import { TextArea } from '../../../ui/TextInput.tsx';
import type { StepProps } from '../step-props.ts';

const QUESTIONS = [
  { field: 'purpose', hint: 'purposeHint', limit: 400 },
  { field: 'wanted', hint: 'wantedHint', limit: 300 },
  { field: 'offered', hint: 'offeredHint', limit: 300 },
  { field: 'topics', hint: 'topicsHint', limit: 400 },
  { field: 'sensitive', hint: 'sensitiveHint', limit: 300 },
] as const;

export function BilateralPurposeStep({ details, change, at }: StepProps<BilateralDetails>) {
  const t = useTexts(meetingStepTexts).purpose;
  const names = useTexts(requestTexts).bilateral;
  return QUESTIONS.map(({ field, hint, limit }) => (
    <TextArea
      key={field}
      {...at(`/${field}`)}
      label={names[field]}
      hint={t[hint]}
      required={field === 'purpose'}
      rows={field === 'purpose' ? 5 : 3}
      limit={limit}
      value={details[field]}
      onValue={(value) => change({ [field]: value })}
    />
  ));
}
