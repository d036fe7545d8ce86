import { SPEAKING_ROLES, type SpeakingDetails, THEMES } from '#shared/requests/kinds/speaking.ts';
import { stepTexts } from '#shared/requests/step-texts.ts';
import { requestTexts } from '#shared/requests/texts.ts';
import { requestWords } from '#shared/requests/words.ts';
import { useTexts } from '../../../texts.ts';
import { Select } from '../../../ui/Select.tsx';
import { TextArea, TextInput } from '../../../ui/TextInput.tsx';
import type { StepProps } from '../step-props.ts';

export function SpeakingContentStep({ details, change, at }: StepProps<SpeakingDetails>) {
  const t = useTexts(stepTexts).speaking.content;
  const names = useTexts(requestTexts).speaking;
  const words = useTexts(requestWords);
  return (
    <>
      <Select
        {...at('/role')}
        label={names.role}
        required
        value={details.role ?? ''}
        onValue={(value) => change({ role: SPEAKING_ROLES.find((role) => role === value) ?? null })}
        options={SPEAKING_ROLES.map((role) => ({ value: role, label: words.speakingRole[role] }))}
      />
      <TextInput
        {...at('/titleJa')}
        label={names.titleJa}
        hint={t.titleJaHint}
        lang="ja"
        required
        limit={80}
        value={details.titleJa}
        onValue={(titleJa) => change({ titleJa })}
      />
      <TextInput
        {...at('/titleEn')}
        label={names.titleEn}
        hint={t.titleEnHint}
        lang="en"
        required
        limit={140}
        value={details.titleEn}
        onValue={(titleEn) => change({ titleEn })}
      />
      <TextArea
        {...at('/abstractJa')}
        label={names.abstractJa}
        hint={t.abstractJaHint}
        lang="ja"
        limit={400}
        value={details.abstractJa}
        onValue={(abstractJa) => change({ abstractJa })}
      />
      <TextArea
        {...at('/abstractEn')}
        label={names.abstractEn}
        hint={t.abstractEnHint}
        lang="en"
        limit={150}
        countWords
        value={details.abstractEn}
        onValue={(abstractEn) => change({ abstractEn })}
      />
      <Select
        {...at('/theme')}
        label={names.theme}
        required
        value={details.theme ?? ''}
        onValue={(value) => change({ theme: THEMES.find((theme) => theme === value) ?? null })}
        options={THEMES.map((theme) => ({ value: theme, label: words.theme[theme] }))}
      />
      <TextArea
        {...at('/novelty')}
        label={names.novelty}
        hint={t.noveltyHint}
        rows={3}
        limit={400}
        value={details.novelty}
        onValue={(novelty) => change({ novelty })}
      />
      <TextArea
        {...at('/policyLink')}
        label={names.policyLink}
        hint={t.policyLinkHint}
        rows={3}
        limit={300}
        value={details.policyLink}
        onValue={(policyLink) => change({ policyLink })}
      />
    </>
  );
}
