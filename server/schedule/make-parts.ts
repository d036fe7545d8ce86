import type { Tx } from '#db/connect.ts';
import { lockDelegates } from '#db/queries/delegate-locks.ts';
import { replaceParts } from '#db/queries/sessions.ts';
import { SpeakingDetails } from '#shared/requests/kinds/speaking.ts';
import { speakersFrom } from '#shared/schedule/from-request.ts';

/** Who proposes a session, whoever leads first, and with which answers. */
export type Proposer = { organisationId: string; details: unknown };

/** Writes hosts and speakers of a session as those who propose it named them: the first hosts, the others co-host. */
export async function makeParts(tx: Tx, eventId: string, sessionId: string, proposers: readonly Proposer[]) {
  const all = proposers.map((one) => ({ ...one, details: SpeakingDetails.parse(one.details) }));
  const named = all.flatMap(({ details }) => details.speakers.flatMap((one) => one.delegateId ?? []));
  const there = await lockDelegates(tx, eventId, [...new Set(named)].sort());
  const speakers = all.flatMap(({ organisationId, details }) => {
    const own = there.filter((one) => one.memberId === organisationId).map((one) => one.id);
    return speakersFrom(details, new Set(own));
  });
  const [, ...cohostIds] = [...new Set(all.map((one) => one.organisationId))];
  await replaceParts(tx, sessionId, {
    hostIds: [...new Set(all.map((one) => one.organisationId))],
    cohostIds,
    speakers,
  });
}
