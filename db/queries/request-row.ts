import { type RawBuilder, sql } from 'kysely';
import { type Actor, isMember } from '#shared/actor.ts';

/** An instant as the wire wants it, or null. */
const iso = (column: string) => sql.raw(`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`);

/** Whether the other side has done something since the reader last looked at request `r`. */
export function unreadBy(actor: Actor): RawBuilder<boolean> {
  const acted = sql.raw(isMember(actor) ? 'r.office_acted_at' : 'r.member_acted_at');
  return sql<boolean>`(${acted} is not null and (seen.seen_at is null or ${acted} > seen.seen_at))`;
}

/** What a row of a list needs beside request `r`. */
export function rowJoins(actor: Actor): RawBuilder<unknown> {
  return sql`join organisation o on o.id = r.member_id
    left join account owner on owner.id = r.owner_id
    left join request_seen seen on seen.request_id = r.id and seen.account_id = ${actor.accountId}`;
}

/** Request `r` as the JSON of a `RequestRow`. */
export function rowJson(actor: Actor): RawBuilder<unknown> {
  return sql`json_build_object(
    'id', r.id, 'reference', r.reference, 'kind', r.kind, 'state', r.state, 'stage', r.stage, 'turn', r.turn,
    'title', json_build_object('ja', r.title_ja, 'en', r.title_en),
    'member', json_build_object('id', r.member_id, 'name', json_build_object('ja', o.name_ja, 'en', o.name_en)),
    'owner', case when owner.id is not null then json_build_object('id', owner.id, 'name', owner.name) end,
    'nextStep', r.next_step, 'dueAt', ${iso('r.due_at')}, 'riskAt', ${iso('r.risk_at')},
    'late', r.late, 'headOfGovernment', r.head_of_government, 'unread', ${unreadBy(actor)},
    'submittedAt', ${iso('r.submitted_at')}, 'updatedAt', ${iso('r.updated_at')}, 'version', r.version)`;
}
