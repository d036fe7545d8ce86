import { type SessionInput, STREAMING } from '#shared/schedule/contract.ts';
import { sessionTexts } from '#shared/schedule/session-texts.ts';
import { useTexts } from '../texts.ts';
import { Checkbox } from '../ui/Choices.tsx';
import { FieldGroup } from '../ui/Field.tsx';
import { Select } from '../ui/Select.tsx';
import { TextInput } from '../ui/TextInput.tsx';

type FactsFieldsProps = {
  input: SessionInput;
  onChange: (part: Partial<SessionInput>) => void;
  at: (pointer: string) => string | null;
  id: (pointer: string) => string;
};

const digits = (text: string) => Number(text.replace(/\D/g, '')) || 0;

/** For whom the room is kept, how long before and after, for how many, where it is streamed and whom to ask. */
export function FactsFields({ input, onChange, at, id }: FactsFieldsProps) {
  const t = useTexts(sessionTexts);
  const { stream, notices } = input;
  const streamed = stream.state === 'planned' || stream.state === 'public';
  return (
    <>
      <FieldGroup id="session-room" label={t.roomPart} hint={t.padHint}>
        <div className="session-facts">
          <TextInput
            label={t.setup}
            id={id('/setupMinutes')}
            error={at('/setupMinutes')}
            value={String(input.setupMinutes)}
            onValue={(text) => onChange({ setupMinutes: digits(text) })}
            inputMode="numeric"
          />
          <TextInput
            label={t.teardown}
            id={id('/teardownMinutes')}
            error={at('/teardownMinutes')}
            value={String(input.teardownMinutes)}
            onValue={(text) => onChange({ teardownMinutes: digits(text) })}
            inputMode="numeric"
          />
          <TextInput
            label={t.capacity}
            hint={t.capacityHint}
            id={id('/capacity')}
            error={at('/capacity')}
            value={input.capacity === null ? '' : String(input.capacity)}
            onValue={(text) => onChange({ capacity: text.trim() === '' ? null : digits(text) })}
            inputMode="numeric"
          />
        </div>
      </FieldGroup>
      <FieldGroup id="session-stream" label={t.streamPart}>
        <div className="session-pair">
          <Select
            label={t.stream}
            empty={null}
            value={stream.state}
            onValue={(value) => {
              const state = value as SessionInput['stream']['state'];
              const kept = state === 'planned' || state === 'public';
              onChange({ stream: { state, url: kept ? stream.url : '' } });
            }}
            options={STREAMING.map((value) => ({ value, label: t.streaming[value] }))}
          />
          {streamed ? (
            <TextInput
              label={t.streamUrl}
              id={id('/stream/url')}
              error={at('/stream/url')}
              value={stream.url}
              onValue={(url) => onChange({ stream: { ...stream, url } })}
              inputMode="url"
            />
          ) : null}
          <TextInput
            label={t.contact}
            id={id('/contact')}
            error={at('/contact')}
            value={input.contact}
            onValue={(contact) => onChange({ contact })}
          />
        </div>
      </FieldGroup>
      <FieldGroup id="session-notices" label={t.notices}>
        <Checkbox
          label={t.noticeNoPhoto}
          checked={notices.noPhoto}
          onChecked={(noPhoto) => onChange({ notices: { ...notices, noPhoto } })}
        />
        <Checkbox
          label={t.noticeNoRecording}
          checked={notices.noRecording}
          onChecked={(noRecording) => onChange({ notices: { ...notices, noRecording } })}
        />
      </FieldGroup>
    </>
  );
}
