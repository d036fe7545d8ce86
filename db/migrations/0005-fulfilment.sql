-- A place of a pool given to a delegate for some days.
create table pass (
  id uuid primary key,
  event_id uuid not null references event (id),
  pool_id uuid not null,
  -- Null once the place was given back and nobody needs to know which one it was.
  place_number int,
  member_id uuid not null,
  delegate_id uuid not null,
  request_id uuid,
  days daterange not null check (not isempty(days) and not lower_inf(days) and not upper_inf(days)),
  state text not null check (state in ('held', 'confirmed', 'released')),
  -- How far the secretariat's own system is, kept apart from our decision.
  official text not null default 'none' check (official in ('none', 'nominated', 'confirmed', 'letter_sent', 'collected')),
  created_at timestamptz not null,
  released_at timestamptz,
  release_reason text,
  version int not null default 1,
  foreign key (event_id, pool_id) references pass_pool (event_id, id),
  foreign key (pool_id, place_number) references pass_place (pool_id, number),
  foreign key (member_id, delegate_id) references delegate (member_id, id),
  foreign key (member_id, request_id) references request (member_id, id),
  check ((state = 'released') = (released_at is not null)),
  check (state = 'released' or place_number is not null),
  -- Never more passes than places on any day.
  constraint place_free exclude using gist (pool_id with =, place_number with =, days with &&) where (state <> 'released'),
  -- Nobody holds two passes on one day.
  constraint delegate_free exclude using gist (delegate_id with =, days with &&) where (state <> 'released')
);
create index pass_by_request on pass (request_id) where state <> 'released';
create index pass_by_event on pass (event_id, member_id) where state <> 'released';
create index pass_by_delegate on pass (delegate_id) where state <> 'released';

create function pass_within_pool() returns trigger language plpgsql as $$
begin
  if not exists (select from pass_pool where id = new.pool_id and new.days <@ days) then
    raise exception 'days outside the pool' using errcode = '23514', constraint = 'pass_within_pool';
  end if;
  return new;
end $$;
create trigger pass_within_pool before insert or update of days, pool_id on pass for each row execute function pass_within_pool();

-- A session of the pavilion's programme: the draft that staff edit. The public reads released_session only.
create table programme_session (
  id uuid primary key,
  event_id uuid not null references event (id),
  -- The municipality whose request it fulfils; null for sessions of partners and of ICLEI itself.
  member_id uuid references membership (organisation_id),
  request_id uuid,
  title_ja text not null default '',
  title_en text not null default '',
  abstract_ja text not null default '',
  abstract_en text not null default '',
  theme text not null check (theme in ('energy', 'adaptation', 'nature', 'circular', 'finance', 'youth', 'pavilion')),
  format text not null default 'panel' check (format in ('keynote', 'panel', 'workshop', 'dialogue', 'signing', 'reception', 'briefing')),
  language text not null default 'en' check (language in ('ja', 'en', 'ja_en')),
  interpretation text not null default 'none' check (interpretation in ('none', 'consecutive', 'simultaneous')),
  minutes int not null check (minutes between 5 and 480),
  state text not null default 'planned' check (state in ('planned', 'cancelled')),
  version int not null default 1,
  created_at timestamptz not null,
  foreign key (member_id, request_id) references request (member_id, id),
  unique (event_id, id),
  check (request_id is null or member_id is not null),
  check (title_ja <> '' or title_en <> '')
);
create index programme_session_by_event on programme_session (event_id, state);
-- A request is fulfilled by one session; a cancelled one makes room for another.
create unique index programme_session_of_request on programme_session (request_id) where state = 'planned';

create table session_host (
  session_id uuid not null references programme_session (id) on delete cascade,
  organisation_id uuid not null references organisation (id),
  position int not null,
  primary key (session_id, organisation_id)
);

-- Speakers need no account; a delegate of ours is named by reference so that clashes can be found.
create table session_speaker (
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
  primary key (session_id, position)
);
create index session_speaker_by_delegate on session_speaker (delegate_id) where delegate_id is not null;

create table meeting (
  id uuid primary key,
  event_id uuid not null references event (id),
  member_id uuid not null,
  request_id uuid not null,
  counterpart_id uuid not null references organisation (id),
  counterpart_person text not null default '',
  state text not null check (state in ('approaching', 'negotiating', 'agreed', 'placed', 'held', 'cancelled')),
  during tstzrange check (during is null or (not isempty(during) and lower_inc(during) and not upper_inc(during))),
  mode text not null default 'in_person' check (mode in ('in_person', 'online')),
  -- Where, when it is not one of our rooms.
  place_ja text not null default '',
  place_en text not null default '',
  language text not null default '',
  version int not null default 1,
  created_at timestamptz not null,
  foreign key (member_id, request_id) references request (member_id, id),
  unique (member_id, id),
  check (state not in ('agreed', 'placed', 'held') or during is not null)
);
create index meeting_by_event on meeting (event_id, state);
-- A request is fulfilled by one meeting; a cancelled one makes room for another counterpart.
create unique index meeting_of_request on meeting (request_id) where state <> 'cancelled';

create table meeting_delegate (
  meeting_id uuid not null,
  member_id uuid not null,
  delegate_id uuid not null,
  position int not null,
  primary key (meeting_id, delegate_id),
  foreign key (member_id, meeting_id) references meeting (member_id, id) on delete cascade,
  foreign key (member_id, delegate_id) references delegate (member_id, id)
);
create index meeting_delegate_by_delegate on meeting_delegate (delegate_id);

-- Who has which room when: sessions and meetings in one table, so that no two of either can share a room.
create table room_hold (
  id uuid primary key,
  event_id uuid not null,
  room_id uuid not null,
  during tstzrange not null check (not isempty(during) and lower_inc(during) and not upper_inc(during) and not lower_inf(during) and not upper_inf(during)),
  session_id uuid unique,
  meeting_id uuid unique references meeting (id) on delete cascade,
  foreign key (event_id, room_id) references room (event_id, id),
  foreign key (event_id, session_id) references programme_session (event_id, id) on delete cascade,
  check (num_nonnulls(session_id, meeting_id) = 1),
  constraint room_free exclude using gist (room_id with =, during with &&)
);
create index room_hold_by_event on room_hold (event_id, during);

-- Numbered, never changed once made.
create table release (
  id uuid primary key,
  event_id uuid not null references event (id),
  number int not null check (number > 0),
  comment_ja text not null default '',
  comment_en text not null default '',
  released_at timestamptz not null,
  released_by uuid references account (id),
  unique (event_id, number)
);

-- What the public may read, and nothing else: a copy of the public fields as they were at the release.
create table released_session (
  release_id uuid not null references release (id),
  session_id uuid not null,
  day date not null,
  room_id uuid not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  content jsonb not null,
  primary key (release_id, session_id)
);
create index released_session_by_day on released_session (release_id, day, starts_at);

create function releases_do_not_change() returns trigger language plpgsql as $$
begin
  raise exception 'a release does not change' using errcode = '42501';
end $$;
create trigger release_no_change before update or delete on release for each row execute function releases_do_not_change();
create trigger released_session_no_change before update or delete on released_session for each row execute function releases_do_not_change();
