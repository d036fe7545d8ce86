import { type RawBuilder, sql } from 'kysely';
import type { Db } from '#db/connect.ts';
import type { Commitment } from '#shared/clashes/commitment.ts';
import { holdOfDelegate } from '#shared/clashes/holder.ts';

type Row = {
  id: string;
  kind: 'session' | 'meeting' | 'outside';
  labelJa: string;
  labelEn: string;
  startsAt: Date;
  endsAt: Date;
  delegateIds: string[];
};

/** Sessions with a room and meetings with a time, as the promises of the delegates named; removed people have none. */
export async function commitmentsOf(db: Db, delegateIds: readonly string[]): Promise<Commitment[]> {
  if (delegateIds.length === 0) return [];
  return read(db, sql`d.id in (${sql.join([...delegateIds])})`);
}

/** Every promise of every delegate to an event, also what they go to elsewhere: that is in nobody's way, only said. */
export async function commitmentsOfEvent(db: Db, eventId: string): Promise<Commitment[]> {
  return read(db, sql`d.event_id = ${eventId}`, OUTSIDE);
}

/** What people of ours go to at other organisers. */
const OUTSIDE = (whose: RawBuilder<unknown>) => sql`
    union all
    select o.id, 'outside', o.title_ja, o.title_en, lower(o.during), upper(o.during), array_agg(distinct d.id::text)
    from delegate d
    join outside_attendance a on a.delegate_id = d.id
    join outside_item o on o.id = a.item_id
    where d.removed_at is null and ${whose}
    group by o.id`;

/** A video message needs nobody on the spot, so it is no promise to be there. */
async function read(
  db: Db,
  whose: RawBuilder<unknown>,
  more: (whose: RawBuilder<unknown>) => RawBuilder<unknown> = () => sql``,
): Promise<Commitment[]> {
  const { rows } = await sql<Row>`
    select s.id, 'session' as kind, s.title_ja as label_ja, s.title_en as label_en,
      lower(h.during) as starts_at, upper(h.during) as ends_at, array_agg(distinct d.id::text) as delegate_ids
    from delegate d
    join session_speaker sp on sp.delegate_id = d.id and sp.role <> 'video'
    join programme_session s on s.id = sp.session_id and s.state = 'planned'
    join room_hold h on h.session_id = s.id
    where d.removed_at is null and ${whose}
    group by s.id, h.during
    union all
    select m.id, 'meeting', r.title_ja, r.title_en, lower(m.during), upper(m.during), array_agg(distinct d.id::text)
    from delegate d
    join meeting_delegate md on md.delegate_id = d.id
    join meeting m on m.id = md.meeting_id and m.state in ('agreed', 'placed', 'held') and m.during is not null
    join request r on r.id = m.request_id
    where d.removed_at is null and ${whose}
    group by m.id, r.title_ja, r.title_en
    ${more(whose)}
    order by starts_at, id`.execute(db);
  return rows.map(({ labelJa, labelEn, delegateIds, ...row }) => ({
    ...row,
    label: { ja: labelJa, en: labelEn },
    holds: delegateIds.toSorted().map(holdOfDelegate),
  }));
}
