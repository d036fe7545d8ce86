-- A convention process (UNFCCC, CBD, …): how one gets in, as data.
create table process (
  id text primary key,
  name_ja text not null,
  name_en text not null,
  registration_system text not null default '',
  has_quota boolean not null default false,
  needs_letter boolean not null default false,
  individual_registration boolean not null default false,
  on_site_registration boolean not null default false,
  steps jsonb not null default '[]'
);

create table event (
  id uuid primary key,
  slug text not null unique check (slug ~ '^[a-z0-9-]{2,40}$'),
  process_id text not null references process (id),
  number int,
  short_name text not null,
  name_ja text not null,
  name_en text not null,
  city_ja text not null,
  city_en text not null,
  country_ja text not null,
  country_en text not null,
  venue_ja text not null default '',
  venue_en text not null default '',
  pavilion_ja text not null default '',
  pavilion_en text not null default '',
  starts_on date not null,
  ends_on date not null,
  actual_ends_on date,
  provisional boolean not null default false,
  time_zone text not null,
  passport_months int not null default 6 check (passport_months between 0 and 24),
  phase text not null check (phase in ('announced', 'survey', 'collecting', 'nominated', 'allotting', 'confirming', 'programme', 'on_site', 'reporting', 'closed', 'purged')),
  notes_ja text not null default '',
  notes_en text not null default '',
  version int not null default 1,
  check (starts_on <= ends_on)
);
create index event_by_start on event (starts_on, id);

-- The days of an event as the programme shows them, with their theme.
create table event_day (
  event_id uuid not null references event (id) on delete cascade,
  day date not null,
  theme_ja text not null default '',
  theme_en text not null default '',
  rest boolean not null default false,
  primary key (event_id, day)
);

create table venue (
  id uuid primary key,
  event_id uuid not null references event (id),
  name_ja text not null,
  name_en text not null,
  zone text not null check (zone in ('blue', 'green', 'outside')),
  time_zone text not null,
  version int not null default 1,
  unique (event_id, id)
);

create table room (
  id uuid primary key,
  event_id uuid not null references event (id),
  venue_id uuid not null,
  slug text not null check (slug ~ '^[a-z0-9-]{1,40}$'),
  name_ja text not null,
  name_en text not null,
  area text not null default '',
  capacity int check (capacity > 0),
  purpose text not null check (purpose in ('session', 'meeting')),
  position int not null default 0,
  version int not null default 1,
  foreign key (event_id, venue_id) references venue (event_id, id),
  unique (event_id, id),
  unique (event_id, slug)
);

-- Official (secretariat), network (ICLEI World Secretariat), internal (ICLEI Japan) and the member's own deadlines.
-- The instant counts; the label is what the source printed.
create table deadline (
  id uuid primary key,
  event_id uuid not null references event (id),
  tier text not null check (tier in ('official', 'network', 'internal', 'member')),
  code text not null check (code ~ '^[a-z_]{2,40}$'),
  kind text check (kind in ('pass', 'speaking', 'bilateral')),
  name_ja text not null,
  name_en text not null,
  due_at timestamptz not null,
  published_label text not null default '',
  version int not null default 1
);
create index deadline_by_event on deadline (event_id, due_at, id);

-- When which kind of request may be sent.
create table request_window (
  id uuid primary key,
  event_id uuid not null references event (id),
  kind text not null check (kind in ('pass', 'speaking', 'bilateral')),
  opens_at timestamptz not null,
  closes_at timestamptz not null,
  late text not null default 'mark' check (late in ('mark', 'refuse')),
  version int not null default 1,
  unique (event_id, kind),
  check (opens_at < closes_at)
);

-- Places to hand out, by route, zone and days.
create table pass_pool (
  id uuid primary key,
  event_id uuid not null references event (id),
  route text not null check (route in ('iclei_observer', 'lgma_partner', 'other_observer', 'party', 'party_overflow', 'host_guest', 'un_overflow', 'invitee', 'gca', 'igo', 'press', 'virtual', 'green_only', 'pavilion_crew')),
  zone text not null check (zone in ('blue', 'green', 'outside')),
  name_ja text not null,
  name_en text not null,
  days daterange not null check (not isempty(days) and not lower_inf(days) and not upper_inf(days)),
  places int not null check (places between 0 and 2000),
  position int not null default 0,
  version int not null default 1,
  unique (event_id, id)
);

-- The numbered places of a pool; a pass sits on one of them.
create table pass_place (
  pool_id uuid not null references pass_pool (id) on delete cascade,
  number int not null check (number > 0),
  primary key (pool_id, number)
);

-- The last reference given out, per event and kind. Locked by whoever takes the next one.
create table request_counter (
  event_id uuid not null references event (id),
  kind text not null,
  last int not null default 0,
  primary key (event_id, kind)
);
