import { blindIndex, vaultSecret } from '#db/cells.ts';
import type { Tx } from '#db/connect.ts';
import { sealedRow } from '#db/queries/identities.ts';
import { makeKey } from '#db/queries/vault-keys.ts';
import { textVersion } from '#db/text-version.ts';
import { NEEDED_TO_NOMINATE } from '#shared/delegations/consent.ts';
import { consentTexts } from '#shared/delegations/consent-texts.ts';
import { maskOfNames, maskOfPassport, namesKey, passportKey } from '#shared/delegations/identity.ts';
import { addDays } from '#shared/time.ts';
import { jst } from './demo-making.ts';
import { idsFrom } from './random.ts';

const SEED = 3210;
const ENTERED = jst('2027-09-01', '16:40');
/** One in so many has to renew the passport first. */
const EXPIRES_EARLY = 23;

/**
 * Passports and consents of everybody whose name has been handed in. The numbers begin with TEST, as no country's do;
 * they are sealed with this installation's own keys, like anybody's.
 */
export async function keepDemoIdentities(tx: Tx, appSecret: string): Promise<void> {
  const secret = vaultSecret(appSecret);
  const id = idsFrom(SEED);
  const event = await tx
    .selectFrom('event')
    .innerJoin('process', 'process.id', 'event.processId')
    .select(['event.id', 'event.nameJa', 'countryJa', 'countryEn', 'provisional', 'process.nameJa as processJa'])
    .where('slug', '=', 'cop32')
    .executeTakeFirstOrThrow();
  const people = await tx
    .selectFrom('delegate')
    .select(['id', 'memberId', 'familyLatin', 'givenLatin'])
    .where('eventId', '=', event.id)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('pass')
          .select('pass.id')
          .whereRef('pass.delegateId', '=', 'delegate.id')
          .where('official', '<>', 'none'),
      ),
    )
    .orderBy('id')
    .execute();
  const keys = new Map<string, Awaited<ReturnType<typeof makeKey>>>();
  for (const memberId of [...new Set(people.map((one) => one.memberId))].sort()) {
    keys.set(memberId, await makeKey(tx, [secret], { eventId: event.id, memberId }, ENTERED));
  }
  const identities = people.flatMap((person, nth) => {
    const key = keys.get(person.memberId);
    if (!key) return [];
    const number = `TEST${String(nth + 1).padStart(5, '0')}`;
    const [surname, givenNames] = [person.familyLatin || 'TEST', person.givenLatin || 'TEST'];
    const early = nth % EXPIRES_EARLY === EXPIRES_EARLY - 1;
    const kept = {
      ...{ delegateId: person.id, eventId: event.id, memberId: person.memberId, enteredAt: ENTERED, enteredBy: null },
      ...{ passportMask: maskOfPassport(number), namesMask: maskOfNames(surname, givenNames), expiresEarly: early },
      passportIndex: blindIndex(secret, `passport|${event.id}`, passportKey(number)),
      namesIndex: blindIndex(secret, `names|${event.id}`, namesKey(surname, givenNames)),
      enteredThrough: 'demonstration' as const,
    };
    const fields = {
      ...{ passportNumber: number, surname, givenNames, nationality: 'JPN', issuingCountry: 'JPN' },
      birthDate: addDays('1962-05-01', nth * 83),
      expiresOn: early ? '2028-02-10' : addDays('2031-01-15', nth * 11),
    };
    return [sealedRow(key, kept, fields)];
  });
  const facts = { event: event.nameJa, process: event.processJa, country: event.countryJa, ...event };
  const consents = people.flatMap((person) =>
    NEEDED_TO_NOMINATE.map((receiver) => ({
      ...{ id: id(ENTERED), delegateId: person.id, eventId: event.id, memberId: person.memberId, receiver, lang: 'ja' },
      ...{ method: 'link', givenAt: ENTERED, country: event.countryEn, provisional: event.provisional },
      textVersion: textVersion(consentTexts.ja.text[receiver](facts)),
    })),
  );
  if (identities.length > 0) await tx.insertInto('identityVault').values(identities).execute();
  if (consents.length > 0) await tx.insertInto('consent').values(consents).execute();
}
