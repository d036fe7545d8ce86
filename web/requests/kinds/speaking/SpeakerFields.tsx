import type { DelegateView } from '#shared/delegations/contract.ts';
import type { WishedSpeaker } from '#shared/requests/kinds/speaking.ts';
import { stepTexts } from '#shared/requests/step-texts.ts';
import { requestTexts } from '#shared/requests/texts.ts';
import { requestWords } from '#shared/requests/words.ts';
import { inWords } from '../../../in-words.ts';
import { useLang, useTexts } from '../../../texts.ts';
import { Button } from '../../../ui/Button.tsx';
import { Checkbox } from '../../../ui/Choices.tsx';
import { Select } from '../../../ui/Select.tsx';
import { TextArea } from '../../../ui/TextInput.tsx';
import { fullName } from '../step-props.ts';

type SpeakerFieldsProps = {
  number: number;
  speaker: WishedSpeaker;
  delegates: readonly DelegateView[];
  at: (name: string) => { id: string; error: string | undefined };
  onChange: (patch: Partial<WishedSpeaker>) => void;
  onRemove: () => void;
};

const LANGUAGES = ['ja', 'en'] as const;

/** One speaker: who, in which language, and what may be shown of them. */
export function SpeakerFields({ number, speaker, delegates, at, onChange, onRemove }: SpeakerFieldsProps) {
  const lang = useLang();
  const t = useTexts(stepTexts).speaking.speakers;
  const texts = useTexts(requestTexts);
  const words = useTexts(requestWords);
  const label = texts.speaking.speaker(number);
  return (
    <fieldset className="answer-group">
      <legend>{label}</legend>
      <div className="grid gap-4 wide:grid-cols-2">
        <Select
          {...at('delegateId')}
          label={t.who}
          empty={texts.speaking.speakerTbd}
          value={speaker.delegateId ?? ''}
          onValue={(id) => onChange({ delegateId: delegates.find((one) => one.id === id)?.id ?? null })}
          options={delegates.map((one) => ({ value: one.id, label: `${fullName(one)} ${inWords(one.title, lang)}` }))}
        />
        <Select
          {...at('language')}
          label={t.language}
          empty={null}
          value={speaker.language}
          onValue={(value) => onChange({ language: LANGUAGES.find((one) => one === value) ?? 'ja' })}
          options={LANGUAGES.map((one) => ({ value: one, label: words.speechLang[one] }))}
        />
      </div>
      <TextArea
        {...at('bioEn')}
        label={texts.speaking.bioEn}
        hint={t.bioHint}
        lang="en"
        rows={3}
        limit={900}
        value={speaker.bioEn}
        onValue={(bioEn) => onChange({ bioEn })}
      />
      <div className="flex flex-wrap items-center justify-between gap-3">
        <Checkbox checked={speaker.photo} onChecked={(photo) => onChange({ photo })} label={t.photo} />
        <Button size={30} look="quiet" aria-label={t.remove(label)} onClick={onRemove}>
          {t.removeShort}
        </Button>
      </div>
    </fieldset>
  );
}
