import type { Tx } from '#db/connect.ts';
import { commitmentsOf } from '#db/queries/commitments.ts';
import type { DelegateRow } from '#db/queries/delegate-locks.ts';
import type { Actor } from '#shared/actor.ts';
import type { Commitment } from '#shared/clashes/commitment.ts';
import { findClashes } from '#shared/clashes/find-clashes.ts';
import { delegateOfHold, holdOfDelegate } from '#shared/clashes/holder.ts';
import { personName } from '#shared/clashes/person-name.ts';
import { inLang } from '#shared/lang.ts';
import { refuse } from '#shared/problem.ts';

export type Candidate = Pick<Commitment, 'id' | 'kind' | 'startsAt' | 'endsAt'>;

/**
 * Refuses to put locked delegates into two places at once, and says who and where else they would be. With a reason it
 * lets them, and answers the ids of what they clash with, for the record.
 */
export async function refuseClashes(
  tx: Tx,
  actor: Actor,
  candidate: Candidate,
  people: readonly DelegateRow[],
  override: string | undefined,
): Promise<string[]> {
  const holds = people.map((person) => holdOfDelegate(person.id));
  const existing = await commitmentsOf(
    tx,
    people.map((person) => person.id),
  );
  const clashes = findClashes({ ...candidate, label: { ja: '', en: '' }, holds }, existing);
  const ids = clashes.map((clash) => clash.b.id);
  if (clashes.length === 0 || override) return ids;
  const names = (over: readonly string[]) =>
    people
      .filter((person) => over.some((hold) => delegateOfHold(hold) === person.id))
      .map((person) => inLang(personName(person), actor.lang).text)
      .join(actor.lang === 'ja' ? '、' : ', ');
  refuse(
    'clash',
    { names: names(clashes.flatMap((clash) => clash.over)) },
    {
      clashes: clashes.map(({ b, over }) => ({
        id: b.id,
        kind: b.kind,
        label: b.label,
        startsAt: b.startsAt.toISOString(),
        endsAt: b.endsAt.toISOString(),
        names: names(over),
      })),
    },
  );
}
