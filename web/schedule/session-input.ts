import type { SessionInput, SessionView, SpeakerInput } from '#shared/schedule/contract.ts';

const NOTHING = { ja: '', en: '' };

/** A session's text as the form changes it. */
export function inputOf(session: SessionView | null): SessionInput {
  if (!session) {
    return {
      title: NOTHING,
      abstract: NOTHING,
      theme: 'pavilion',
      format: 'panel',
      language: 'en',
      interpretation: 'none',
      minutes: 60,
      hostIds: [],
      speakers: [],
    };
  }
  const { title, abstract, theme, format, language, interpretation, minutes, hosts, speakers } = session;
  return {
    title,
    abstract,
    theme,
    format,
    language,
    interpretation,
    minutes,
    hostIds: hosts.map((host) => host.id),
    speakers,
  };
}

/** A speaker still to be filled in. */
export const newSpeaker: SpeakerInput = {
  delegateId: null,
  role: 'speaker',
  name: NOTHING,
  title: NOTHING,
  organisation: NOTHING,
  isPublic: true,
};
