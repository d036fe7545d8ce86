import type { Tx } from '#db/connect.ts';
import { type DelegateRow, lockDelegates } from '#db/queries/delegate-locks.ts';
import { replaceParts, type SessionText, type SpeakerToWrite, unknownOrganisations } from '#db/queries/sessions.ts';
import type { Actor } from '#shared/actor.ts';
import { refuse } from '#shared/problem.ts';
import type { SessionInput, SpeakerInput } from '#shared/schedule/contract.ts';
import { schedulePolicyTexts } from '#shared/schedule/policy-texts.ts';
import { textsIn } from '#shared/text.ts';

/** The columns of what a person typed. */
export function sessionText(input: SessionInput): SessionText {
  const { title, abstract, theme, format, language, interpretation, minutes } = input;
  const texts = { titleJa: title.ja, titleEn: title.en, abstractJa: abstract.ja, abstractEn: abstract.en };
  return { ...texts, theme, format, language, interpretation, minutes };
}

/**
 * Writes hosts and speakers. Delegates may come from any delegation to the event, because a panel gathers several
 * municipalities; they are locked, and answered so that their other promises can be looked at.
 */
export async function writeParts(
  tx: Tx,
  actor: Actor,
  eventId: string,
  sessionId: string,
  { hostIds, speakers }: Pick<SessionInput, 'hostIds' | 'speakers'>,
): Promise<DelegateRow[]> {
  const hosts = [...new Set<string>(hostIds)];
  const unknown = await unknownOrganisations(tx, hosts);
  if (unknown.length > 0) {
    const detail = textsIn(schedulePolicyTexts, actor.lang).noOrganisation;
    const errors = unknown.map((id) => ({ pointer: `/hostIds/${(hostIds as readonly string[]).indexOf(id)}`, detail }));
    refuse('invalid-input', { count: errors.length }, { errors });
  }
  const asked = [...new Set(speakers.flatMap((one) => (one.delegateId === null ? [] : [one.delegateId as string])))];
  const people = await lockDelegates(tx, eventId, asked);
  const strangers = asked.filter((id) => !people.some((one) => one.id === id));
  if (strangers.length > 0) refuse('not-in-delegation', {}, { delegateIds: strangers });
  const delegate = (id: string | null) => people.find((one) => one.id === id);
  await replaceParts(
    tx,
    sessionId,
    hosts,
    speakers.map((one) => speakerRow(one, delegate(one.delegateId))),
  );
  return people;
}

/** What only repeats the delegate's own name and title is not kept, so that a correction there is seen here. */
function speakerRow(speaker: SpeakerInput, delegate: DelegateRow | undefined): SpeakerToWrite {
  const { delegateId, role, name, title, organisation, isPublic } = speaker;
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
    isPublic,
  };
}
