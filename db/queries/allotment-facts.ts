import { sql } from 'kysely';
import type { Db } from '#db/connect.ts';

export type DelegateFacts = {
  id: string;
  memberId: string;
  familyName: string;
  givenName: string;
  familyLatin: string;
  givenLatin: string;
  isHead: boolean;
  leads: boolean;
  /** Is on the programme, or in a meeting that stands. */
  speaks: boolean;
};
export type MemberFacts = { memberId: string; asked: number; got: number; mayStillSpeak: boolean };

/** What the rules of an allotment look at in the delegates to an event. */
export async function delegateFacts(db: Db, eventId: string): Promise<DelegateFacts[]> {
  const { rows } = await sql<DelegateFacts>`
    select d.id, d.member_id, d.family_name, d.given_name, d.family_latin, d.given_latin,
      d.level = 'head' as is_head, coalesce(g.head_delegate_id = d.id, false) as leads,
      exists (select from session_speaker s join programme_session p on p.id = s.session_id
        where s.delegate_id = d.id and p.state = 'planned' and not p.trial)
      or exists (select from meeting_delegate md join meeting m on m.id = md.meeting_id
        where md.delegate_id = d.id and m.state in ('agreed', 'placed', 'held')) as speaks
    from delegate d join delegation g on g.id = d.delegation_id
    where d.event_id = ${eventId} and d.removed_at is null
    order by d.id`.execute(db);
  return rows;
}

/**
 * Per municipality: people it asked places for at earlier events of the same process and people who got one, and
 * whether a wish to speak at this event is still open.
 */
export async function memberFacts(db: Db, eventId: string): Promise<MemberFacts[]> {
  const { rows } = await sql<MemberFacts>`
    with past as (
      select p.id from event e join event p on p.process_id = e.process_id and p.starts_on < e.starts_on
      where e.id = ${eventId}
    ), asked as (
      select r.member_id, count(*)::int as people
      from request r, jsonb_array_elements(r.details->'people') person
      where r.kind = 'pass' and r.state <> 'draft' and r.event_id in (select id from past)
        and not coalesce((person->>'reserve')::boolean, false)
        and not coalesce((person->>'elsewhere')::boolean, false)
      group by r.member_id
    ), got as (
      select member_id, count(distinct delegate_id)::int as people from pass
      where state <> 'released' and event_id in (select id from past) group by member_id
    )
    select m.organisation_id as member_id, coalesce(asked.people, 0) as asked, coalesce(got.people, 0) as got,
      exists (select from request r where r.event_id = ${eventId} and r.member_id = m.organisation_id
        and r.kind = 'speaking' and r.closed_at is null and r.state <> 'draft') as may_still_speak
    from membership m
    left join asked on asked.member_id = m.organisation_id
    left join got on got.member_id = m.organisation_id
    order by m.organisation_id`.execute(db);
  return rows;
}
