import { newId } from '#db/id.ts';
import { nobody } from './database.ts';
import type { World } from './world.ts';

type NewDelegation = { eventId: string; memberId: string; delegates?: number };

/** A delegation of a municipality that exists, with delegates in it. */
export async function addDelegation(world: World, { eventId, memberId, delegates: count = 0 }: NewDelegation) {
  const id = newId();
  const delegates = Array.from({ length: count }, () => newId());
  await world.database.write(nobody, async (tx) => {
    await tx.insertInto('delegation').values({ id, eventId, memberId }).execute();
    for (const [position, delegateId] of delegates.entries()) {
      await tx
        .insertInto('delegate')
        .values({
          ...{ id: delegateId, delegationId: id, eventId, memberId, position, level: 'officer' },
          ...{ familyName: '試験', givenName: `太郎${position}`, familyKana: 'しけん', givenKana: 'たろう' },
        })
        .execute();
    }
  });
  return { id, delegates };
}

/** A fictional person as a form sends them. */
export const delegateInput = {
  ...{ familyName: '大野', givenName: '花子', familyKana: 'おおの', givenKana: 'ハナコ' },
  ...{ familyLatin: 'OHNO', givenLatin: 'HANAKO', title: { ja: '課長', en: 'Director' }, section: '環境政策課' },
  ...{ level: 'director', email: 'hanako@people.example', arrivesOn: '2027-11-08', leavesOn: '2027-11-12' },
};
