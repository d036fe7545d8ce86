-- Entries of other organisers' timetables, so that the desk knows what else our people go to. The other side's own name
-- of an entry (`uid`) tells, when the timetable is read in again, what is new, what moved and what is gone.
create table outside_item (
  id uuid primary key,
  event_id uuid not null references event (id) on delete cascade,
  source text not null check (source <> '' and length(source) <= 80),
  uid text not null check (uid <> '' and length(uid) <= 600),
  title_ja text not null default '',
  title_en text not null default '',
  during tstzrange not null,
  place text not null default '',
  venue_id uuid,
  url text not null default '' check (url = '' or url ~ '^https?://'),
  organiser text not null default '',
  -- Somebody here has changed it: reading the timetable in again leaves it alone.
  edited boolean not null default false,
  imported_at timestamptz not null,
  version int not null default 1,
  unique (event_id, id),
  unique (event_id, source, uid),
  foreign key (event_id, venue_id) references venue (event_id, id) on delete set null (venue_id),
  check (title_ja <> '' or title_en <> ''),
  check (not isempty(during) and lower_inc(during) and not upper_inc(during)
    and upper(during) - lower(during) between interval '1 minute' and interval '24 hours')
);
create index outside_item_by_time on outside_item (event_id, lower(during), id);
create index outside_item_by_venue on outside_item (venue_id) where venue_id is not null;

-- Who of ours goes there: a soft commitment, shown among the findings and never in the way of a placement.
create table outside_attendance (
  item_id uuid not null references outside_item (id) on delete cascade,
  member_id uuid not null,
  delegate_id uuid not null,
  primary key (item_id, delegate_id),
  foreign key (member_id, delegate_id) references delegate (member_id, id) on delete cascade
);
create index outside_attendance_by_delegate on outside_attendance (delegate_id);

call wall('outside_item');
call wall_opens('outside_item', 'cop_desk_office');
call wall('outside_attendance');
call wall_opens('outside_attendance', 'cop_desk_office');
-- A municipality sees where its own people go, and nobody else's.
create policy member_reads on outside_attendance for select to cop_desk_member
  using (member_id = (select app_member()));
grant select on outside_attendance to cop_desk_member;
create policy member_reads on outside_item for select to cop_desk_member
  using (exists (select from outside_attendance a where a.item_id = id));
grant select on outside_item to cop_desk_member;
-- The administrator has the programme open too, where whatever people are promised to is asked for: without a policy
-- there are no rows.
grant select on outside_item, outside_attendance to cop_desk_admin;
