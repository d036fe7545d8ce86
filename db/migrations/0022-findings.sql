-- What the findings presume of an event: how long people walk, and how many sessions can be interpreted at once. An
-- event without a row presumes the defaults.
create table event_planning (
  event_id uuid primary key references event (id) on delete cascade,
  room_minutes int not null default 5 check (room_minutes between 0 and 120),
  venue_minutes int not null default 15 check (venue_minutes between 0 and 240),
  interpreter_teams int not null default 1 check (interpreter_teams between 0 and 50),
  version int not null default 1
);

-- The way between two venues where it is not the usual one; both directions, in the order of the ids.
create table venue_way (
  event_id uuid not null,
  venue_a uuid not null,
  venue_b uuid not null,
  minutes int not null check (minutes between 0 and 240),
  primary key (venue_a, venue_b),
  foreign key (event_id, venue_a) references venue (event_id, id) on delete cascade,
  foreign key (event_id, venue_b) references venue (event_id, id) on delete cascade,
  check (venue_a < venue_b)
);
create index venue_way_by_event on venue_way (event_id);

-- Somebody has looked at a finding and lets it be, for a reason. It holds for the times and rooms it was given for:
-- `stamp` is theirs, and when one of them moves the finding counts again.
create table finding_acknowledgement (
  event_id uuid not null references event (id) on delete cascade,
  finding_key text not null check (finding_key ~ '^[a-z_]{3,30}(:[0-9a-z-]{1,40}){1,3}$'),
  stamp text not null check (stamp ~ '^[0-9a-f]{16}$'),
  reason text not null check (reason <> ''),
  given_by uuid not null references account (id),
  given_at timestamptz not null,
  primary key (event_id, finding_key)
);

-- A proposal for the sessions that have no place yet: computed beside the program's work, changing nothing by itself.
-- `beat_at` is the wall clock of the instance that computes it; a run that has stopped beating is over.
create table placement_run (
  id uuid primary key,
  event_id uuid not null references event (id) on delete cascade,
  asked_by uuid not null references account (id),
  asked_at timestamptz not null,
  beat_at timestamptz not null,
  state text not null check (state in ('running', 'done', 'cancelled', 'failed')),
  progress jsonb not null default '{}',
  proposal jsonb,
  check ((state = 'done') = (proposal is not null))
);
create index placement_run_by_event on placement_run (event_id, id);
-- One at a time for an event.
create unique index placement_run_alone on placement_run (event_id) where state = 'running';

-- Who has the programme open right now, by the wall clock.
create table editor_presence (
  event_id uuid not null references event (id) on delete cascade,
  account_id uuid not null references account (id) on delete cascade,
  present_at timestamptz not null,
  primary key (event_id, account_id)
);

do $$
declare
  closed regclass;
begin
  foreach closed in array array['event_planning', 'venue_way', 'finding_acknowledgement', 'placement_run',
    'editor_presence']::regclass[] loop
    call wall(closed);
    call wall_opens(closed, 'cop_desk_office');
  end loop;
end $$;
-- The administrator has the programme open too, and sees who else has.
call wall_opens('editor_presence', 'cop_desk_admin');
