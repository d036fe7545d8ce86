import type { SpeakingDetails } from '#shared/requests/kinds/speaking.ts';
import type { SessionView, SpeakerView } from './contract.ts';

type Text = Pick<SessionView, 'theme' | 'format' | 'language' | 'interpretation' | 'minutes'> & {
  [Key in 'titleJa' | 'titleEn' | 'abstractJa' | 'abstractEn']: string;
};

const ROLES: Record<NonNullable<SpeakingDetails['role']>, SpeakerView['role']> = {
  host: 'speaker',
  keynote: 'keynote',
  panel: 'panel',
  moderator: 'moderator',
  video: 'video',
  exhibitor: 'speaker',
  youth: 'speaker',
};

/** The texts of a session made from a request; `fallback` names one whose title nobody wrote. */
export function sessionFrom(details: SpeakingDetails, fallback: string): Text {
  const { titleJa, titleEn, abstractJa, abstractEn, theme, format, interpretation, minutes } = details;
  const title = { titleJa: titleJa || (titleEn ? '' : fallback), titleEn };
  const rest = { abstractJa, abstractEn, format, interpretation, minutes };
  return { ...title, ...rest, theme: theme ?? 'pavilion', language: languageOf(details) };
}

/** The speakers whom the municipality named and who are still in the delegation, in its order, each once. */
export function speakersFrom(details: SpeakingDetails, inDelegation: ReadonlySet<string>) {
  const role: SpeakerView['role'] = details.mode === 'video' ? 'video' : ROLES[details.role ?? 'panel'];
  const ids = details.speakers.flatMap((one) => (one.delegateId === null ? [] : [one.delegateId as string]));
  const empty = { nameJa: '', nameEn: '', titleJa: '', titleEn: '', organisationJa: '', organisationEn: '' };
  return [...new Set(ids)]
    .filter((id) => inDelegation.has(id))
    .map((delegateId) => ({ delegateId, role, ...empty, isPublic: true }));
}

/** Japanese, English, or both, by what the speakers speak; English while nobody is named. */
function languageOf({ speakers }: SpeakingDetails): SessionView['language'] {
  const spoken = new Set(speakers.map((one) => one.language));
  if (spoken.size === 2) return 'ja_en';
  return spoken.has('ja') ? 'ja' : 'en';
}
