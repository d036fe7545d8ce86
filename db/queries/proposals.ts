import { type RawBuilder, sql } from 'kysely';
import type { Db, Tx } from '#db/connect.ts';
import { newId } from '#db/id.ts';
import type { Decision, ProposalRow } from '#shared/proposals/contract.ts';

/** Which places among its proposals to a call a municipality has taken. A withdrawn proposal leaves its place. */
export async function placesTaken(db: Db, callId: string, memberId: string): Promise<number[]> {
  const rows = await db
    .selectFrom('request')
    .select('callPlace')
    .where('callId', '=', callId)
    .where('memberId', '=', memberId)
    .where('state', '<>', 'withdrawn')
    .execute();
  return rows.flatMap(({ callPlace }) => (callPlace === null ? [] : [callPlace]));
}

/** Adds a proposal. Answers its id to whoever may read it; the municipality that sends it may not. */
export async function insertProposal(
  tx: Tx,
  of: { eventId: string; callId: string; submittedAt: Date } & (
    | { requestId: string; memberId: string }
    | { partnerId: string; details: string }
  ),
): Promise<string> {
  const id = newId();
  await tx
    .insertInto('proposal')
    .values({ id, ...of })
    .execute();
  return id;
}

/** A proposal as the verbs know it. */
export type ProposalRecord = {
  id: string;
  callId: string;
  eventId: string;
  requestId: string | null;
  memberId: string | null;
  partnerId: string | null;
  details: unknown;
  leadId: string | null;
  sessionId: string | null;
  decision: Decision | null;
  reason: string;
  toldAt: Date | null;
  withdrawnAt: Date | null;
  version: number;
};

const COLUMNS = [
  ...(['id', 'callId', 'eventId', 'requestId', 'memberId', 'partnerId', 'details', 'leadId', 'sessionId'] as const),
  ...(['decision', 'reason', 'toldAt', 'withdrawnAt', 'version'] as const),
] as const;

/** Proposals, locked in the order of their ids. Their requests are locked before them, where both are. */
export async function lockProposals(tx: Tx, ids: readonly string[]): Promise<ProposalRecord[]> {
  if (ids.length === 0) return [];
  const query = tx
    .selectFrom('proposal')
    .select(COLUMNS)
    .where('id', 'in', [...ids]);
  return (await query.orderBy('id').forUpdate().execute()) as ProposalRecord[];
}

/** Which requests stand behind proposals and those that are joint with them, in the order in which they are locked. */
export async function requestsBehind(db: Db, ids: readonly string[]): Promise<{ leadId: string; requestId: string }[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<{ leadId: string; requestId: string }>`
    select coalesce(p.lead_id, p.id) as lead_id, p.request_id from proposal p
    where (p.id in (${sql.join([...ids])}) or p.lead_id in (${sql.join([...ids])})) and p.request_id is not null
    order by p.request_id`.execute(db);
  return rows;
}

export type ProposalChange = Partial<
  Pick<ProposalRecord, 'leadId' | 'sessionId' | 'decision' | 'reason' | 'toldAt'>
> & {
  decidedBy?: string | null;
  decidedAt?: Date | null;
};

/** Changes locked proposals and raises their versions. */
export async function updateProposals(tx: Tx, ids: readonly string[], change: ProposalChange): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .updateTable('proposal')
    .set((eb) => ({ ...change, version: eb('version', '+', 1) }))
    .where('id', 'in', [...ids])
    .execute();
}

/** Has the proposal of a request that leads, or stands alone, follow what was decided on the request itself. */
export async function settleProposalOf(tx: Tx, requestId: string, change: ProposalChange): Promise<void> {
  await tx
    .updateTable('proposal')
    .set((eb) => ({ ...change, version: eb('version', '+', 1) }))
    .where('requestId', '=', requestId)
    .where('leadId', 'is', null)
    .execute();
}

/** What a joint proposal's session is made from: who proposes it, the lead first, and with which answers. */
export async function partsOfProposal(
  db: Db,
  which: { id: string } | { requestId: string },
): Promise<{ organisationId: string; details: unknown }[]> {
  const lead = 'id' in which ? sql`l.id = ${which.id}` : sql`l.request_id = ${which.requestId}`;
  const { rows } = await sql<{ organisationId: string; details: unknown }>`
    select coalesce(p.member_id, p.partner_id) as organisation_id, coalesce(r.details, p.details) as details
    from proposal l join proposal p on p.id = l.id or p.lead_id = l.id left join request r on r.id = p.request_id
    where ${lead} order by p.id <> l.id, p.submitted_at, p.id`.execute(db);
  return rows;
}

/** The requests that are joint with the one that leads, in the order in which they are locked. */
export async function jointRequests(
  db: Db,
  requestId: string,
): Promise<{ id: string; memberId: string; reference: string | null }[]> {
  const { rows } = await sql<{ id: string; memberId: string; reference: string | null }>`
    select p.request_id as id, p.member_id, r.reference from proposal l join proposal p on p.lead_id = l.id
      join request r on r.id = p.request_id
    where l.request_id = ${requestId} order by p.request_id`.execute(db);
  return rows;
}

/** With whom a request is joint, and the session of all of them, as far as the reader may know. */
export async function jointWith(db: Db, requestId: string) {
  const { rows } = await sql<{ nameJa: string; nameEn: string; sessionId: string | null }>`
    select o.name_ja, o.name_en, j.session_id from app_joint(${requestId}) j
    join organisation o on o.id = j.organisation_id order by o.name_ja, o.id`.execute(db);
  return rows;
}

export type RankFilter = {
  standing?: ProposalRow['standing'] | undefined;
  decision?: Decision | undefined;
  theme?: string | undefined;
  member?: string | undefined;
  unscored?: boolean | undefined;
};

/** A row of the ranking, as JSON after the contract, with the numbers it is ordered by. */
export type RankRow = { row: ProposalRow; key: string; at: string; id: string; details: unknown };

/**
 * Proposals of a call in the order of their means, best first; those whose mean the reader may not know yet stand last.
 * Parts of joint ones stand with their lead.
 */
export async function rankedProposals(
  db: Db,
  me: string,
  which: { callId: string } | { id: string },
  filter: RankFilter,
  limit: number,
  after: { key: string; at: string; id: string } | null,
): Promise<RankRow[]> {
  const where: RawBuilder<unknown>[] = [sql`p.withdrawn_at is null`];
  if ('id' in which) where.push(sql`p.id = ${which.id}`);
  else where.push(sql`p.call_id = ${which.callId}`, sql`p.lead_id is null`);
  const standing = sql`case when p.told_at is not null then 'told' when p.decision is not null then 'held' else 'open' end`;
  if (filter.standing) where.push(sql`${standing} = ${filter.standing}`);
  if (filter.decision) where.push(sql`p.decision = ${filter.decision}`);
  if (filter.theme) where.push(sql`coalesce(r.details, p.details)->>'theme' = ${filter.theme}`);
  if (filter.member) where.push(sql`p.member_id = ${filter.member}`);
  if (filter.unscored) where.push(sql`not coalesce(m.mine, false)`);
  const callOf =
    'id' in which ? sql`(select call_id from proposal where id = ${which.id})` : sql`${which.callId}::uuid`;
  const page = after
    ? sql`where (key, submitted_at, id) > (${after.key}::numeric, ${after.at}::timestamptz, ${after.id}::uuid)`
    : sql``;
  const { rows } = await sql<RankRow>`/* fresh */ with judged as (
      select s.proposal_id, s.account_id, sum(s.points * k.weight)::numeric / sum(k.weight) as mark
      from proposal_score s join call_criterion k on k.id = s.criterion_id where s.call_id = ${callOf} group by 1, 2),
    marks as (select proposal_id, round(avg(mark), 2) as mean, round(max(mark) - min(mark), 2) as spread,
        count(*)::int as reviews, bool_or(account_id = ${me}) as mine from judged group by 1),
    asked as (select r.member_id, count(*) filter (where r.event_id = c.event_id)::int as now,
        count(*) filter (where r.event_id <> c.event_id)::int as past
      from request r, call c where c.id = ${callOf} and r.kind = 'speaking' and r.state not in ('draft', 'withdrawn') group by 1),
    got as (select s.member_id, count(*) filter (where s.event_id = c.event_id)::int as now,
        count(*) filter (where s.event_id <> c.event_id)::int as past
      from programme_session s, call c where c.id = ${callOf} and s.state = 'planned' and not s.trial group by 1),
    ranked as (select p.id, p.submitted_at, coalesce(r.details, p.details) as details,
      case when not c.scores_hidden or m.mine then -coalesce(m.mean, -1) else 1 end as key,
      json_build_object('id', p.id, 'requestId', p.request_id, 'reference', r.reference,
        'title', json_build_object('ja', coalesce(r.title_ja, p.details->>'titleJa'), 'en', coalesce(r.title_en, p.details->>'titleEn')),
        'theme', coalesce(r.details, p.details)->>'theme',
        'organisation', json_build_object('id', o.id, 'name', json_build_object('ja', o.name_ja, 'en', o.name_en),
          'isMember', p.member_id is not null),
        'submittedAt', to_char(p.submitted_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'late', coalesce(r.late, false),
        'parts', coalesce((select json_agg(json_build_object('id', q.id, 'reference', qr.reference, 'organisation',
            json_build_object('id', qo.id, 'name', json_build_object('ja', qo.name_ja, 'en', qo.name_en))) order by q.submitted_at, q.id)
          from proposal q left join request qr on qr.id = q.request_id
            join organisation qo on qo.id = coalesce(q.member_id, q.partner_id) where q.lead_id = p.id), '[]'),
        'mean', case when not c.scores_hidden or m.mine then m.mean end,
        'spread', case when not c.scores_hidden or m.mine then m.spread end,
        'reviews', coalesce(m.reviews, 0), 'mine', coalesce(m.mine, false), 'standing', ${standing},
        'decision', p.decision, 'reason', p.reason,
        'session', case when s.id is not null then json_build_object('id', s.id, 'trial', s.trial,
          'startsAt', to_char(lower(h.during) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) end,
        'share', case when p.member_id is not null then json_build_object('proposals', coalesce(a.now, 0),
          'sessions', coalesce(g.now, 0), 'pastProposals', coalesce(a.past, 0), 'pastSessions', coalesce(g.past, 0)) end,
        'version', p.version) as row
      from proposal p join call c on c.id = p.call_id join organisation o on o.id = coalesce(p.member_id, p.partner_id)
        left join request r on r.id = p.request_id left join marks m on m.proposal_id = p.id
        left join programme_session s on s.state = 'planned'
          and (s.id = p.session_id or (p.request_id is not null and s.request_id = p.request_id))
        left join room_hold h on h.session_id = s.id
        left join asked a on a.member_id = p.member_id left join got g on g.member_id = p.member_id
      where ${sql.join(where, sql` and `)})
    select row, key::text as key, to_char(submitted_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, id, details
    from ranked ${page} order by ranked.key, submitted_at, id limit ${limit}`.execute(db);
  return rows;
}

/** Every review of a proposal with its points, the earliest first. */
export async function reviewsOf(db: Db, proposalId: string) {
  const { rows } = await sql<{
    accountId: string;
    author: string;
    comment: string;
    at: Date;
    mark: string;
    scores: { criterionId: string; points: number }[];
  }>`select v.account_id, a.name as author, v.comment, v.at,
      round(sum(s.points * k.weight)::numeric / sum(k.weight), 2)::text as mark,
      json_agg(json_build_object('criterionId', s.criterion_id, 'points', s.points) order by k.position) as scores
    from proposal_review v join account a on a.id = v.account_id
      join proposal_score s on s.proposal_id = v.proposal_id and s.account_id = v.account_id
      join call_criterion k on k.id = s.criterion_id
    where v.proposal_id = ${proposalId} group by v.account_id, a.name, v.comment, v.at order by v.at, v.account_id`.execute(
    db,
  );
  return rows;
}

/** Keeps a colleague's review in place of the one before. */
export async function keepReview(
  tx: Tx,
  review: { callId: string; proposalId: string; accountId: string; comment: string; at: Date },
  scores: readonly { criterionId: string; points: number }[],
): Promise<void> {
  const { callId, proposalId, accountId, comment, at } = review;
  await tx
    .insertInto('proposalReview')
    .values(review)
    .onConflict((conflict) => conflict.columns(['proposalId', 'accountId']).doUpdateSet({ comment, at }))
    .execute();
  await tx
    .deleteFrom('proposalScore')
    .where('proposalId', '=', proposalId)
    .where('accountId', '=', accountId)
    .execute();
  await tx
    .insertInto('proposalScore')
    .values(scores.map((score) => ({ callId, proposalId, accountId, ...score })))
    .execute();
}

/** The held decisions of a call, the earliest first, with everybody who would be told. */
export async function heldDecisions(db: Db, callId: string) {
  const { rows } = await sql<{
    id: string;
    version: number;
    decision: Decision;
    reason: string;
    titleJa: string;
    titleEn: string;
    told: {
      reference: string;
      state: string;
      nameJa: string;
      nameEn: string;
      requestId: string;
      to: string[];
    }[];
  }>`select p.id, p.version, p.decision, p.reason, coalesce(r.title_ja, p.details->>'titleJa') as title_ja,
      coalesce(r.title_en, p.details->>'titleEn') as title_en,
      coalesce((select json_agg(json_build_object('reference', qr.reference, 'state', qr.state, 'nameJa', o.name_ja,
          'nameEn', o.name_en, 'requestId', qr.id, 'to', coalesce((select json_agg(a.name order by a.id) from account a
            where a.member_id = q.member_id and a.state = 'active' and a.role in ('member_editor', 'member_manager')), '[]'))
          order by q.id <> p.id, q.id)
        from proposal q join request qr on qr.id = q.request_id join organisation o on o.id = q.member_id
        where q.id = p.id or q.lead_id = p.id), '[]') as told
    from proposal p left join request r on r.id = p.request_id
    where p.call_id = ${callId} and p.decision is not null and p.told_at is null and p.withdrawn_at is null
    order by p.decision, p.decided_at, p.id`.execute(db);
  return rows;
}
