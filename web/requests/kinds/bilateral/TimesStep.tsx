import { type BilateralDetails, MEETING_MINUTES } from '#shared/requests/kinds/bilateral.ts';
import { meetingStepTexts } from '#shared/requests/meeting-step-texts.ts';
import { requestTexts } from '#shared/requests/texts.ts';
import { requestWords } from '#shared/requests/words.ts';
import { useTexts } from '../../../texts.ts';
import { Checkbox, RadioCards } from '../../../ui/Choices.tsx';
import { Select } from '../../../ui/Select.tsx';
import { TextArea, TextInput } from '../../../ui/TextInput.tsx';
import type { StepProps } from '../step-props.ts';
import { WindowFields } from './WindowFields.tsx';

const MODES = ['in_person', 'online'] as const;
const PRESS = ['no', 'yes', 'after'] as const;

export function BilateralTimesStep(props: StepProps<BilateralDetails>) {
  const { details, change, at } = props;
  const t = useTexts(meetingStepTexts).times;
  const names = useTexts(requestTexts).bilateral;
  const words = useTexts(requestWords);
  return (
    <>
      <WindowFields {...props} />
      <RadioCards
        {...at('/minutes')}
        label={names.minutes}
        columns={2}
        value={String(details.minutes)}
        onValue={(value) => change({ minutes: MEETING_MINUTES.find((one) => String(one) === value) ?? 30 })}
        choices={MEETING_MINUTES.map((one) => ({ value: String(one), label: words.minutes(one) }))}
      />
      <RadioCards
        {...at('/mode')}
        label={names.mode}
        columns={2}
        value={details.mode}
        onValue={(value) => change({ mode: MODES.find((one) => one === value) ?? 'in_person' })}
        choices={MODES.map((one) => ({ value: one, label: words.meetingMode[one] }))}
      />
      <TextInput
        {...at('/placeWish')}
        label={names.placeWish}
        hint={t.placeHint}
        value={details.placeWish}
        onValue={(placeWish) => change({ placeWish })}
      />
      <div>
        <Checkbox checked={details.photo} onChecked={(photo) => change({ photo })} label={t.photo} />
        <Checkbox checked={details.signing} onChecked={(signing) => change({ signing })} label={t.signing} />
      </div>
      <Select
        {...at('/press')}
        label={names.press}
        empty={null}
        value={details.press}
        onValue={(value) => change({ press: PRESS.find((one) => one === value) ?? 'no' })}
        options={PRESS.map((one) => ({ value: one, label: words.press[one] }))}
      />
      <TextInput
        {...at('/gift')}
        label={names.gift}
        hint={t.giftHint}
        value={details.gift}
        onValue={(gift) => change({ gift })}
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
