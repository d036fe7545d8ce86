import type { SessionInput, SessionView, SpeakerInput } from '#shared/schedule/contract.ts';

const NOTHING = { ja: '', en: '' };

/** A session's text as the form changes it. */
export function inputOf(session: SessionView | null): SessionInput {
  if (!session) {
    return {
      kind: 'session',
      partner: NOTHING,
      title: NOTHING,
      abstract: NOTHING,
      theme: 'pavilion',
      format: 'panel',
      language: 'en',
      interpretation: 'none',
      minutes: 60,
      setupMinutes: 0,
      teardownMinutes: 0,
      capacity: null,
      stream: { state: 'undecided', url: '' },
      notices: { noPhoto: false, noRecording: false },
      contact: '',
      hostIds: [],
      cohostIds: [],
      speakers: [],
      standbys: [],
    };
  }
  const { hosts, kind, partner, title, abstract, theme, format, language, interpretation, minutes } = session;
  const { setupMinutes, teardownMinutes, capacity, stream, notices, contact, speakers, standbys } = session;
  return {
    ...{ kind, partner, title, abstract, theme, format, language, interpretation, minutes },
    ...{ setupMinutes, teardownMinutes, capacity, stream, notices, contact, speakers, standbys },
    hostIds: hosts.map((host) => host.id),
    cohostIds: hosts.filter((host) => host.role === 'cohost').map((host) => host.id),
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
  noPhoto: false,
  noRecording: false,
};
