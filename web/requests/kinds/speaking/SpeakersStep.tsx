import type { DelegateId } from '#shared/ids.ts';
import type { SpeakingDetails, WishedSpeaker } from '#shared/requests/kinds/speaking.ts';
import { stepTexts } from '#shared/requests/step-texts.ts';
import { requestTexts } from '#shared/requests/texts.ts';
import { requestWords } from '#shared/requests/words.ts';
import { useTexts } from '../../../texts.ts';
import { Button } from '../../../ui/Button.tsx';
import { Checkbox } from '../../../ui/Choices.tsx';
import { FieldGroup } from '../../../ui/Field.tsx';
import { Plus } from '../../../ui/icons.tsx';
import { Select } from '../../../ui/Select.tsx';
import { AddPerson } from '../AddPerson.tsx';
import type { StepProps } from '../step-props.ts';
import { SpeakerFields } from './SpeakerFields.tsx';

const MOST_SPEAKERS = 8;
const MODES = ['in_person', 'remote', 'video'] as const;

function speakerOf(delegateId: DelegateId | null): WishedSpeaker {
  return { delegateId, language: 'ja', bioEn: '', photo: false };
}

/** A delegate, or which of the undecided ones. */
function keyOf(speakers: readonly WishedSpeaker[], index: number): string {
  const undecided = speakers.slice(0, index).filter((one) => one.delegateId === null).length;
  return speakers[index]?.delegateId ?? `open ${undecided}`;
}

export function SpeakingSpeakersStep({ details, change, at, event, delegation }: StepProps<SpeakingDetails>) {
  const t = useTexts(stepTexts).speaking.speakers;
  const names = useTexts(requestTexts).speaking;
  const words = useTexts(requestWords);
  const { speakers } = details;
  const delegates = delegation?.delegates ?? [];
  const free = delegates.find((one) => !speakers.some((speaker) => speaker.delegateId === one.id));
  const add = (delegateId: DelegateId | null) => change({ speakers: [...speakers, speakerOf(delegateId)] });
  return (
    <>
      <FieldGroup {...at('/speakers')} label={names.speakers} required>
        {speakers.length === 0 ? <p className="text-15 text-ink-2">{t.none}</p> : null}
        {speakers.map((speaker, index) => (
          <SpeakerFields
            key={keyOf(speakers, index)}
            number={index + 1}
            speaker={speaker}
            delegates={delegates}
            at={(name) => at(`/speakers/${index}/${name}`)}
            onChange={(patch) =>
              change({ speakers: speakers.map((one, place) => (place === index ? { ...one, ...patch } : one)) })
            }
            onRemove={() => change({ speakers: speakers.filter((_, place) => place !== index) })}
          />
        ))}
        {speakers.length < MOST_SPEAKERS ? (
          <div className="mt-4 flex flex-wrap gap-3">
            {free ? (
              <Button onClick={() => add(free.id)}>
                <Plus aria-hidden="true" />
                {t.add}
              </Button>
            ) : null}
            <Button onClick={() => add(null)}>
              <Plus aria-hidden="true" />
              {t.addTbd}
            </Button>
            <AddPerson delegation={delegation} event={event} onAdded={(delegate) => add(delegate.id)} />
          </div>
        ) : null}
      </FieldGroup>
      <Checkbox checked={details.headSpeaks} onChecked={(headSpeaks) => change({ headSpeaks })} label={t.headSpeaks} />
      <Select
        {...at('/mode')}
        label={names.mode}
        empty={null}
        value={details.mode}
        onValue={(value) => change({ mode: MODES.find((mode) => mode === value) ?? details.mode })}
        options={MODES.map((mode) => ({ value: mode, label: words.speakingMode[mode] }))}
      />
    </>
  );
}
