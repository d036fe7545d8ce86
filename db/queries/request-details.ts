import { sql } from 'kysely';
import type { Db } from '#db/connect.ts';
import type { Actor } from '#shared/actor.ts';
import type { RequestId } from '#shared/ids.ts';
import type { RequestView } from '#shared/requests/contract.ts';
import type { RequestKind } from '#shared/requests/kind-names.ts';
import type { RequestState, Turn } from '#shared/requests/lifecycle.ts';
import { rowJoins, rowJson } from './request-row.ts';
import { visibleTo } from './requests.ts';

/** Everything one page shows of a request. */
export type RequestWhole = {
  row: Record<string, unknown> & { kind: RequestKind; state: RequestState; turn: Turn };
  event: RequestView['event'];
  details: Record<string, unknown>;
  step: string;
  delegates: RequestView['delegates'];
  createdAt: Date;
  decidedAt: Date | null;
  closedAt: Date | null;
  createdBy: string | null;
  filedForBy: string | null;
  lastWord: { kind: 'question' | 'offer' | 'decision'; body: string; at: string } | null;
  waitlist: { position: number; of: number } | null;
  signOff: RequestView['signOff'];
  signOffRequired: boolean;
};

/** One request with all that surrounds it, in one statement; undefined when the actor may not know of it. */
export async function readWhole(db: Db, actor: Actor, id: RequestId): Promise<RequestWhole | undefined> {
  const { rows } = await sql<RequestWhole>`/* hot */ select ${rowJson(actor)} as "row",
      json_build_object('id', e.id, 'slug', e.slug, 'shortName', e.short_name, 'timeZone', e.time_zone) as event,
      r.details, r.step, r.created_at, r.decided_at, r.closed_at, creator.name as created_by, filer.name as filed_for_by,
      (select coalesce(json_agg(json_build_object(
          'id', d.id, 'name', d.family_name || ' ' || d.given_name, 'nameLatin', trim(d.family_latin || ' ' || d.given_latin),
          'title', json_build_object('ja', d.title_ja, 'en', d.title_en), 'level', d.level,
          'arrivesOn', d.arrives_on, 'leavesOn', d.leaves_on, 'removed', d.removed_at is not null) order by named.position), '[]')
        from request_delegate named join delegate d on d.id = named.delegate_id where named.request_id = r.id) as delegates,
      (select json_build_object('kind', m.kind, 'body', m.body, 'at', to_char(m.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
        from message m where m.request_id = r.id and m.from_office and m.kind in ('question', 'offer', 'decision')
        order by m.created_at desc, m.id desc limit 1) as last_word,
      case when r.state = 'waitlisted' then (select json_build_object(
          'position', count(*) filter (where (w.submitted_at, w.id) <= (r.submitted_at, r.id)), 'of', count(*))
        from request w where w.event_id = r.event_id and w.kind = r.kind and w.state = 'waitlisted') end as waitlist,
      (select json_build_object('state', s.state, 'number', s.number, 'decidedOn', s.decided_on, 'approver', s.approver,
          'byAccount', s.approver_id is not null, 'askedBy', asker.name, 'comment', s.comment,
          'at', to_char(s.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
          'holds', s.state = 'given' and s.content_hash = sha256(convert_to(r.details::text, 'UTF8')))
        from sign_off s left join account asker on asker.id = s.asked_by where s.request_id = r.id) as sign_off,
      coalesce((select u.required from sign_off_rule u where u.member_id = r.member_id), false)
        or exists (select from call c where c.id::text = r.details->>'callId' and c.needs_sign_off) as sign_off_required
    from request r join event e on e.id = r.event_id ${rowJoins(actor)}
      left join account creator on creator.id = r.created_by
      left join account filer on filer.id = r.filed_for_by
    where r.id = ${id} and ${visibleTo(actor)}`.execute(db);
  return rows[0];
}
