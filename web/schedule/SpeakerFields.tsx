import { useState } from 'react';
import { SPEAKER_ROLES, type SpeakerInput } from '#shared/schedule/contract.ts';
import { sessionTexts } from '#shared/schedule/session-texts.ts';
import { scheduleTexts } from '#shared/schedule/texts.ts';
import { useTexts } from '../texts.ts';
import { Button } from '../ui/Button.tsx';
import { Checkbox } from '../ui/Choices.tsx';
import { Select } from '../ui/Select.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import { newSpeaker } from './session-input.ts';

type SpeakerFieldsProps = {
  speakers: readonly SpeakerInput[];
  /** Who stands by is entered as who speaks is. */
  part?: 'speakers' | 'standbys';
  /** Puts the first who stands by in a speaker's place; null while that cannot be. */
  onPromote?: ((speaker: number) => void) | null;
  onSpeakers: (speakers: SpeakerInput[]) => void;
  at: (pointer: string) => string | null;
  id: (pointer: string) => string;
};

/** Who speaks, in order. A delegate of ours keeps the name of the delegation; anybody else is entered here. */
export function SpeakerFields({
  speakers,
  part: list = 'speakers',
  onPromote,
  onSpeakers,
  at,
  id,
}: SpeakerFieldsProps) {
  const t = useTexts(scheduleTexts);
  const words = useTexts(sessionTexts);
  const standing = list === 'standbys';
  const nameOf = (count: number) => (standing ? words.standby(count) : t.speaker(count));
  const removeOf = (count: number) => (standing ? words.removeStandby(count) : t.removeSpeaker(count));
  // Speakers have no id of their own; taking one out must not move the others' typing.
  const [keys, setKeys] = useState(() => speakers.map((_, nth) => nth));
  const change = (index: number, part: Partial<SpeakerInput>) =>
    onSpeakers(speakers.map((one, nth) => (nth === index ? { ...one, ...part } : one)));
  return (
    <fieldset className="grid gap-3">
      <legend className="field-label">{standing ? words.standbys : t.speakers}</legend>
      {standing ? <p className="text-13 text-ink-3">{words.standbyHint}</p> : null}
      {speakers.map((speaker, index) => {
        const pointer = `/${list}/${index}`;
        const pair = (part: 'name' | 'title' | 'organisation', ja: string, en: string) => (
          <div className="session-pair">
            <TextInput
              label={ja}
              id={id(`${pointer}/${part}/ja`)}
              error={at(`${pointer}/${part}/ja`)}
              value={speaker[part].ja}
              onValue={(value) => change(index, { [part]: { ...speaker[part], ja: value } })}
            />
            <TextInput
              label={en}
              lang="en"
              id={id(`${pointer}/${part}/en`)}
              error={at(`${pointer}/${part}/en`)}
              value={speaker[part].en}
              onValue={(value) => change(index, { [part]: { ...speaker[part], en: value } })}
            />
          </div>
        );
        return (
          <section key={keys[index]} className="speaker-box" aria-label={nameOf(index + 1)}>
            <div className="flex items-end gap-3">
              <Select
                label={`${nameOf(index + 1)}　${t.role}`}
                empty={null}
                value={speaker.role}
                onValue={(role) => change(index, { role: role as SpeakerInput['role'] })}
                options={SPEAKER_ROLES.map((role) => ({ value: role, label: t.roles[role] }))}
              />
              <Button
                look="quiet"
                size={36}
                onClick={() => {
                  setKeys(keys.filter((_, nth) => nth !== index));
                  onSpeakers(speakers.filter((_, nth) => nth !== index));
                }}
              >
                {removeOf(index + 1)}
              </Button>
              {onPromote ? (
                <Button
                  look="quiet"
                  size={36}
                  aria-label={words.promoteNamed(speaker.name.ja || speaker.name.en)}
                  onClick={() => onPromote(index)}
                >
                  {words.promote}
                </Button>
              ) : null}
            </div>
            {speaker.delegateId ? (
              <p>
                <b>{speaker.name.ja || speaker.name.en}</b> <small>{t.delegate}</small>
              </p>
            ) : (
              <>
                {pair('name', t.nameJa, t.nameEn)}
                {pair('title', t.personTitleJa, t.personTitleEn)}
                {pair('organisation', t.orgJa, t.orgEn)}
              </>
            )}
            <Checkbox
              label={t.isPublic}
              checked={speaker.isPublic}
              onChecked={(isPublic) => change(index, { isPublic })}
            />
            <Checkbox
              label={words.noPhoto}
              checked={speaker.noPhoto}
              onChecked={(noPhoto) => change(index, { noPhoto })}
            />
            <Checkbox
              label={words.noRecording}
              checked={speaker.noRecording}
              onChecked={(noRecording) => change(index, { noRecording })}
            />
          </section>
        );
      })}
      <Button
        size={30}
        onClick={() => {
          setKeys([...keys, Math.max(-1, ...keys) + 1]);
          onSpeakers([...speakers, newSpeaker]);
        }}
      >
        {standing ? words.addStandby : t.addSpeaker}
      </Button>
    </fieldset>
  );
}
