import type { Tx } from '#db/connect.ts';
import { type DelegateRow, lockDelegates } from '#db/queries/delegate-locks.ts';
import {
  replaceParts,
  type SessionFacts,
  type SessionText,
  type SpeakerToWrite,
  unknownOrganisations,
} from '#db/queries/sessions.ts';
import type { Actor } from '#shared/actor.ts';
import { refuse } from '#shared/problem.ts';
import type { SessionInput, SpeakerInput } from '#shared/schedule/contract.ts';
import { schedulePolicyTexts } from '#shared/schedule/policy-texts.ts';
import { textsIn } from '#shared/text.ts';

/** The columns of what a person typed. A block that nobody has named is called as its partner is. */
export function sessionText(input: SessionInput): SessionText & SessionFacts {
  const { kind, partner, abstract, theme, format, language, interpretation, minutes } = input;
  const { setupMinutes, teardownMinutes, capacity, stream, notices, contact } = input;
  const named = input.title.ja !== '' || input.title.en !== '';
  const title = named ? input.title : partner;
  const texts = { titleJa: title.ja, titleEn: title.en, abstractJa: abstract.ja, abstractEn: abstract.en };
  return {
    ...{ ...texts, theme, format, language, interpretation, minutes },
    ...{ kind, partnerJa: partner.ja, partnerEn: partner.en, setupMinutes, teardownMinutes, capacity, contact },
    ...{ streaming: stream.state, streamUrl: stream.url },
    ...{ noticeNoPhoto: notices.noPhoto, noticeNoRecording: notices.noRecording },
  };
}

/**
 * Writes hosts, speakers and who stands by. Delegates may come from any delegation to the event, because a panel gathers several
 * municipalities; they are locked, and answered so that their other promises can be looked at.
 */
export async function writeParts(
  tx: Tx,
  actor: Actor,
  eventId: string,
  sessionId: string,
  { hostIds, cohostIds, speakers, standbys }: Pick<SessionInput, 'hostIds' | 'cohostIds' | 'speakers' | 'standbys'>,
): Promise<DelegateRow[]> {
  const hosts = [...new Set<string>(hostIds)];
  const unknown = await unknownOrganisations(tx, hosts);
  if (unknown.length > 0) {
    const detail = textsIn(schedulePolicyTexts, actor.lang).noOrganisation;
    const errors = unknown.map((id) => ({ pointer: `/hostIds/${(hostIds as readonly string[]).indexOf(id)}`, detail }));
    refuse('invalid-input', { count: errors.length }, { errors });
  }
  const everybody = [...speakers, ...standbys];
  const asked = [...new Set(everybody.flatMap((one) => (one.delegateId === null ? [] : [one.delegateId as string])))];
  const people = await lockDelegates(tx, eventId, asked);
  const strangers = asked.filter((id) => !people.some((one) => one.id === id));
  if (strangers.length > 0) refuse('not-in-delegation', {}, { delegateIds: strangers });
  const delegate = (id: string | null) => people.find((one) => one.id === id);
  const rowOf = (one: SpeakerInput) => speakerRow(one, delegate(one.delegateId));
  await replaceParts(tx, sessionId, {
    ...{ hostIds: hosts, cohostIds },
    ...{ speakers: speakers.map(rowOf), standbys: standbys.map(rowOf) },
  });
  return people;
}

/** What only repeats the delegate's own name and title is not kept, so that a correction there is seen here. */
function speakerRow(speaker: SpeakerInput, delegate: DelegateRow | undefined): SpeakerToWrite {
  const { delegateId, role, name, title, organisation, isPublic, noPhoto, noRecording } = speaker;
  const own = (typed: string, known: string | undefined) => (typed === known ? '' : typed);
  return {
    delegateId,
    role,
    nameJa: delegate ? '' : name.ja,
    nameEn: delegate ? '' : name.en,
    titleJa: own(title.ja, delegate?.titleJa),
    titleEn: own(title.en, delegate?.titleEn),
    organisationJa: organisation.ja,
    organisationEn: organisation.en,
    ...{ isPublic, noPhoto, noRecording },
  };
}
