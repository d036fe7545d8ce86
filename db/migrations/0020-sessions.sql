-- What a session is besides its text: a block that waits for a partner, the room's time before and after it, its own
-- number of seats, where it is streamed, what everybody in the room must know, and who to ask for on the spot.
alter table programme_session
  add column kind text not null default 'session' check (kind in ('session', 'block')),
  add column partner_ja text not null default '',
  add column partner_en text not null default '',
  add column setup_minutes int not null default 0 check (setup_minutes between 0 and 120),
  add column teardown_minutes int not null default 0 check (teardown_minutes between 0 and 120),
  add column capacity int check (capacity between 1 and 5000),
  add column streaming text not null default 'undecided' check (streaming in ('undecided', 'none', 'planned', 'public')),
  add column stream_url text not null default '' check (stream_url = '' or stream_url like 'https://%'),
  add column notice_no_photo boolean not null default false,
  add column notice_no_recording boolean not null default false,
  add column contact text not null default '',
  add column questions_ja text not null default '',
  add column questions_en text not null default '',
  add constraint block_names_its_partner check (kind = 'session' or partner_ja <> '' or partner_en <> ''),
  -- A block waits to be filled: as long as it does, it fulfils nobody's request.
  add constraint block_fulfils_no_request check (kind = 'session' or request_id is null),
  add constraint public_stream_has_an_address check (streaming <> 'public' or stream_url <> ''),
  add constraint no_stream_has_no_address check (streaming in ('planned', 'public') or stream_url = '');

alter table session_host add column role text not null default 'host' check (role in ('host', 'cohost'));

-- What a person does not want, and who they are in a hundred words.
alter table session_speaker
  add column no_photo boolean not null default false,
  add column no_recording boolean not null default false,
  add column biography_ja text not null default '',
  add column biography_en text not null default '';

-- Who speaks when a speaker cannot, the first one first. Not in session_speaker: whoever stands by has promised nothing
-- for that time yet, and is never part of a release.
create table session_standby (
  session_id uuid not null references programme_session (id) on delete cascade,
  position int not null,
  delegate_id uuid references delegate (id),
  role text not null check (role in ('opening', 'keynote', 'speaker', 'panel', 'moderator', 'interpreter', 'video')),
  name_ja text not null default '',
  name_en text not null default '',
  title_ja text not null default '',
  title_en text not null default '',
  organisation_ja text not null default '',
  organisation_en text not null default '',
  is_public boolean not null default true,
  no_photo boolean not null default false,
  no_recording boolean not null default false,
  primary key (session_id, position),
  check (delegate_id is not null or name_ja <> '' or name_en <> '')
);
create index session_standby_by_delegate on session_standby (delegate_id) where delegate_id is not null;
create unique index session_standby_once on session_standby (session_id, delegate_id) where delegate_id is not null;

-- The run of show: what happens in which order, for how long.
create table session_item (
  session_id uuid not null references programme_session (id) on delete cascade,
  position int not null,
  minutes int not null check (minutes between 0 and 480),
  who text not null default '',
  what_ja text not null default '',
  what_en text not null default '',
  primary key (session_id, position),
  check (what_ja <> '' or what_en <> '')
);

-- A room is taken for longer than the public time. `during` stays what the public reads; `held` is what nobody else may
-- have, and the database makes it of the session's own minutes, so that no caller can forget them.
-- The default never stays: the trigger below writes the column at every insert and update.
alter table room_hold add column held tstzrange default 'empty';
update room_hold set held = during;
alter table room_hold alter column held set not null, add check (held @> during);
alter table room_hold drop constraint room_free;
alter table room_hold add constraint room_free exclude using gist (room_id with =, held with &&);

create function room_held_with_pads() returns trigger language plpgsql as $$
declare
  before interval := interval '0';
  after interval := interval '0';
begin
  if new.session_id is not null then
    select make_interval(mins => setup_minutes), make_interval(mins => teardown_minutes) into before, after
      from programme_session where id = new.session_id;
  end if;
  new.held := tstzrange(lower(new.during) - coalesce(before, interval '0'), upper(new.during) + coalesce(after, interval '0'));
  return new;
end $$;
create trigger room_held_with_pads before insert or update on room_hold for each row execute function room_held_with_pads();

create function pads_follow() returns trigger language plpgsql as $$
begin
  update room_hold set during = during where session_id = new.id;
  return null;
end $$;
create trigger pads_follow after update of setup_minutes, teardown_minutes on programme_session for each row
  when (old.setup_minutes <> new.setup_minutes or old.teardown_minutes <> new.teardown_minutes)
  execute function pads_follow();

-- When the small things after a selection are due, counted in days from the session; what is missing is as the program
-- knows it.
create table task_rule (
  event_id uuid not null references event (id),
  kind text not null check (kind in ('speakers', 'profiles', 'run_draft', 'questions', 'slides', 'run_final', 'reconfirm',
    'rehearsal', 'result', 'article')),
  offset_days int not null check (offset_days between -180 and 180),
  owner text not null check (owner in ('member', 'desk')),
  wanted boolean not null,
  primary key (event_id, kind)
);

-- What must still be done for a request that became a session: by whom, until which day of the venue.
create table request_task (
  id uuid primary key,
  event_id uuid not null references event (id),
  member_id uuid not null,
  request_id uuid not null,
  kind text not null check (kind in ('speakers', 'profiles', 'run_draft', 'questions', 'slides', 'run_final', 'reconfirm',
    'rehearsal', 'result', 'article')),
  owner text not null check (owner in ('member', 'desk')),
  officer_id uuid references account (id),
  offset_days int not null check (offset_days between -180 and 180),
  -- Null while the session has no day.
  due_on date,
  state text not null default 'open' check (state in ('open', 'done', 'not_needed')),
  done_by uuid references account (id),
  done_at timestamptz,
  note text not null default '',
  reminded_at timestamptz,
  version int not null default 1,
  foreign key (member_id, request_id) references request (member_id, id) on delete cascade,
  unique (request_id, kind),
  check ((state = 'open') = (done_at is null)),
  check (state <> 'open' or done_by is null),
  -- Slides are not kept here: where they lie is.
  constraint slides_lie_somewhere check (kind <> 'slides' or state <> 'done' or note <> '')
);
create index request_task_by_due on request_task (event_id, due_on, id) where state = 'open';
create index request_task_by_member on request_task (member_id, event_id);

-- Whoever stands by is told which session it is about; who else stands by is the office's and the host's to know.
create or replace function app_takes_part(session uuid) returns boolean language sql stable security definer
  set search_path = pg_catalog, public
  as $$ select exists (select from session_host h where h.session_id = session and h.organisation_id = app_member())
    or exists (select from session_speaker s join delegate d on d.id = s.delegate_id
      where s.session_id = session and d.member_id = app_member())
    or exists (select from session_standby b join delegate d on d.id = b.delegate_id
      where b.session_id = session and d.member_id = app_member()) $$;

grant select, insert, update, delete on task_rule to cop_desk_worker;
grant select on task_rule to cop_desk_member, cop_desk_office, cop_desk_admin, cop_desk_auditor;
grant insert, update, delete on task_rule to cop_desk_office;

call wall('session_standby');
call wall('session_item');
do $$
declare
  closed regclass;
begin
  foreach closed in array array['session_standby', 'session_item']::regclass[] loop
    call wall_opens(closed, 'cop_desk_office');
    call wall_opens(closed, 'cop_desk_admin');
    call wall_opens_with(closed, 'cop_desk_member', 'programme_session',
      'parent.id = session_id and parent.member_id = (select app_member())');
  end loop;
end $$;
create policy member_stands_by on session_standby for select to cop_desk_member
  using (exists (select from delegate d where d.id = delegate_id and d.member_id = (select app_member())));
-- The office decides who stands by.
revoke insert, update, delete on session_standby from cop_desk_member;

call wall('request_task');
call wall_opens_to_own_member('request_task');
-- The office plans; a municipality does and says so.
revoke insert, delete on request_task from cop_desk_member;
call wall_opens('request_task', 'cop_desk_office');
