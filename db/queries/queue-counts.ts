import { sql } from 'kysely';
import type { Db } from '#db/connect.ts';
import { type Actor, isMember } from '#shared/actor.ts';

export type QueueCountRow = Record<
  | 'overdue'
  | 'atRisk'
  | 'watch'
  | 'onTrack'
  | 'pass'
  | 'speaking'
  | 'bilateral'
  | 'mine'
  | 'unassigned'
  | 'counterpart'
  | 'head'
  | 'open',
  number
>;

/** How many open requests of an event the actor may know of, by risk, kind and the views everybody has. */
export async function countQueue(db: Db, actor: Actor, event: string, now: Date): Promise<QueueCountRow> {
  const soon = new Date(now.getTime() + 3 * 86_400_000);
  const own = isMember(actor) ? sql`and member_id = ${actor.memberId}` : sql``;
  const { rows } = await sql<QueueCountRow>`/* hot */ select
      count(*) filter (where due_at < ${now}) as overdue,
      count(*) filter (where due_at >= ${now} and risk_at <= ${now}) as at_risk,
      count(*) filter (where due_at >= ${now} and risk_at > ${now} and risk_at <= ${soon}) as watch,
      count(*) filter (where due_at >= ${now} and risk_at > ${soon}) as on_track,
      count(*) filter (where kind = 'pass') as pass,
      count(*) filter (where kind = 'speaking') as speaking,
      count(*) filter (where kind = 'bilateral') as bilateral,
      count(*) filter (where owner_id = ${actor.accountId}) as mine,
      count(*) filter (where owner_id is null) as unassigned,
      count(*) filter (where turn = 'counterpart') as counterpart,
      count(*) filter (where head_of_government) as head,
      count(*) as open
    from request
    where event_id = (select id from event where slug = ${event}) and closed_at is null and state <> 'draft' ${own}`.execute(
    db,
  );
  return rows[0] as QueueCountRow;
}
