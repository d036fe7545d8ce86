import { sql } from 'kysely';
import type { Database } from '#db/connect.ts';
import { newId } from '#db/id.ts';
import type { DelegateId } from '#shared/ids.ts';
import type { RequestView } from '#shared/requests/contract.ts';
import type { RequestKind } from '#shared/requests/kind-names.ts';
import type { RequestState } from '#shared/requests/lifecycle.ts';
import { riskAt } from '#shared/requests/risk.ts';
import { nobody } from '../database.ts';
import { type Client, ifMatch, type World } from '../world.ts';

/** An event to ask for: COP32 in Addis Ababa, in November 2027. Answers its id. */
export async function anEvent(database: Database, slug = 'cop32', shortName = 'COP32'): Promise<string> {
  const id = newId();
  await database.write(nobody, async (tx) => {
    await tx
      .insertInto('process')
      .values({ id: 'unfccc', nameJa: '気候変動枠組条約', nameEn: 'UNFCCC' })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    await tx
      .insertInto('event')
      .values({
        id,
        slug,
        processId: 'unfccc',
        shortName,
        nameJa: '第32回締約国会議',
        nameEn: 'COP 32',
        cityJa: 'アディスアベバ',
        cityEn: 'Addis Ababa',
        countryJa: 'エチオピア',
        countryEn: 'Ethiopia',
        startsOn: '2027-11-08',
        endsOn: '2027-11-19',
        timeZone: 'Africa/Addis_Ababa',
        phase: 'collecting',
      })
      .execute();
  });
  return id;
}

/** Persons of a municipality's delegation to an event. */
export async function someDelegates(
  database: Database,
  eventId: string,
  memberId: string,
  count: number,
): Promise<DelegateId[]> {
  return database.write(nobody, async (tx) => {
    const delegationId = newId();
    await tx.insertInto('delegation').values({ id: delegationId, eventId, memberId }).execute();
    const ids = Array.from({ length: count }, () => newId() as DelegateId);
    for (const [position, id] of ids.entries()) {
      await tx
        .insertInto('delegate')
        .values({
          id,
          delegationId,
          eventId,
          memberId,
          familyName: '架空',
          givenName: `${position + 1}郎`,
          familyKana: 'カクウ',
          givenKana: 'ロウ',
          familyLatin: 'KAKU',
          givenLatin: 'RO',
          level: 'officer',
          position,
        })
        .execute();
    }
    return ids;
  });
}

export type RequestMade = {
  eventId: string;
  memberId: string;
  kind?: RequestKind;
  state?: RequestState;
  dueAt?: Date;
  title?: string;
  ownerId?: string | null;
  turn?: 'member' | 'desk' | 'counterpart';
  head?: boolean;
  filedForBy?: string;
  createdAt?: Date;
};

/** A request as it stands in a state, put straight into the database. Answers its id. */
export async function aRequest(database: Database, made: RequestMade): Promise<string> {
  const {
    kind = 'speaking',
    state = 'submitted',
    title = '試験の企画',
    createdAt = new Date('2026-06-20T00:00:00Z'),
  } = made;
  const id = newId();
  const closed = ['completed', 'declined', 'withdrawn'].includes(state);
  const draft = state === 'draft';
  const dueAt = draft || closed ? null : (made.dueAt ?? new Date('2026-07-10T08:00:00Z'));
  const number = draft ? null : Number.parseInt(id.slice(-6), 16) + 1_000_000;
  await database.write(nobody, async (tx) => {
    await tx
      .insertInto('request')
      .values({
        id,
        eventId: made.eventId,
        memberId: made.memberId,
        kind,
        state,
        titleJa: title,
        titleEn: `${title} (en)`,
        turn: closed ? 'none' : (made.turn ?? (draft || ['needs_info', 'offered'].includes(state) ? 'member' : 'desk')),
        dueAt,
        riskAt: dueAt && riskAt(kind, state, dueAt),
        headOfGovernment: made.head ?? false,
        ownerId: made.ownerId ?? null,
        filedForBy: made.filedForBy ?? null,
        number,
        reference: number === null ? null : `COP32-${kind.slice(0, 1).toUpperCase()}-${number}`,
        submittedAt: draft ? null : createdAt,
        closedAt: closed ? createdAt : null,
        createdAt,
        updatedAt: createdAt,
      })
      .execute();
  });
  return id;
}

/** Speaking answers that lack nothing. */
export const WHOLE = {
  role: 'panel',
  titleJa: '実習：歩いて暮らせるまちの指標',
  titleEn: 'Walkable cities: a practical index',
  abstractJa: '架空市の取り組みを紹介します。',
  theme: 'energy',
  wishes: [{ day: '2027-11-11', part: 'afternoon' }],
  speakers: [{ delegateId: null }],
};

/** A draft of the client's own municipality through the API, with answers that lack nothing. */
export async function aWholeDraft(client: Client, details: object = WHOLE, kind = 'speaking'): Promise<RequestView> {
  const made = await client.post<RequestView>('/api/requests', { event: 'cop32', kind });
  if (made.status !== 201) throw new Error(made.text);
  const { id, version } = made.body;
  const saved = await client.put<RequestView>(`/api/requests/${id}/answers`, { details, step: '' }, ifMatch(version));
  if (saved.status !== 200) throw new Error(saved.text);
  return saved.body;
}

/** The same, sent. */
export async function aSentRequest(client: Client): Promise<RequestView> {
  const { id, version } = await aWholeDraft(client);
  const sent = await client.post<RequestView>(`/api/requests/${id}/submission`, undefined, ifMatch(version));
  if (sent.status !== 200) throw new Error(sent.text);
  return sent.body;
}

/** The mails waiting, as `template>account`, sorted. */
export async function mailsWaiting(
  world: World,
): Promise<{ template: string; to: string; params: Record<string, string> }[]> {
  return world.database.read(nobody, async (db) => {
    const rows = await db
      .selectFrom('outbox')
      .select(['template', 'accountId as to', 'params'])
      .where('state', '=', 'ready')
      .orderBy('template')
      .orderBy('accountId')
      .execute();
    return rows as { template: string; to: string; params: Record<string, string> }[];
  });
}

/** What the history says of a request, oldest first. */
export async function historyOf(world: World, requestId: string) {
  return world.database.read(nobody, (db) =>
    db
      .selectFrom('history')
      .select(['action', 'fromState', 'toState', 'reason', 'details', 'actorId'])
      .where('requestId', '=', requestId)
      .orderBy(sql`id`)
      .execute(),
  );
}
