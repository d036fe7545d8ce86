-- One table for the asking, whatever is asked for. What fulfils it has tables of its own.
create table request (
  id uuid primary key,
  event_id uuid not null references event (id),
  member_id uuid not null references membership (organisation_id),
  kind text not null check (kind in ('pass', 'speaking', 'bilateral')),
  state text not null check (state in ('draft', 'submitted', 'in_triage', 'needs_info', 'approved', 'waitlisted', 'offered', 'fulfilled', 'completed', 'declined', 'withdrawn')),
  -- How far the fulfilment has come, in the words of its kind; null before there is any.
  stage text check (stage in ('approaching', 'negotiating', 'agreed', 'placed', 'held', 'partly')),
  number int,
  reference text unique,
  title_ja text not null default '',
  title_en text not null default '',
  details jsonb not null default '{}',
  -- The wizard's page the member was on last.
  step text not null default '',
  owner_id uuid references account (id),
  turn text not null check (turn in ('member', 'desk', 'counterpart', 'none')),
  -- What the one whose turn it is should do, in a person's words; empty when the state says enough.
  next_step text not null default '',
  due_at timestamptz,
  -- due_at less the days this kind usually still needs: after it, the request is at risk.
  risk_at timestamptz,
  late boolean not null default false,
  head_of_government boolean not null default false,
  created_by uuid references account (id),
  -- The member of staff who filed it for the municipality, when that was so.
  filed_for_by uuid references account (id),
  submitted_at timestamptz,
  decided_at timestamptz,
  closed_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  updated_by uuid references account (id),
  -- When each side last did something the other should look at; with request_seen it says what is unread.
  member_acted_at timestamptz,
  office_acted_at timestamptz,
  version int not null default 1,
  unique (member_id, id),
  unique (event_id, kind, number),
  check ((state = 'draft') = (submitted_at is null) or state = 'withdrawn'),
  check ((submitted_at is null) = (reference is null)),
  check ((state in ('completed', 'declined', 'withdrawn')) = (closed_at is not null)),
  -- At every moment an open request says whose turn it is and by when.
  check (state = 'draft' or closed_at is not null or (turn <> 'none' and due_at is not null and risk_at is not null)),
  check (closed_at is null or turn = 'none')
);
create index request_queue on request (event_id, risk_at, id) where closed_at is null and state <> 'draft';
create index request_queue_by_kind_state on request (event_id, kind, state, risk_at, id) where closed_at is null and state <> 'draft';
create index request_queue_by_owner on request (event_id, owner_id, risk_at, id) where closed_at is null and state <> 'draft';
create index request_queue_by_member on request (event_id, member_id, risk_at, id) where closed_at is null and state <> 'draft';
-- Holds everything the counts ask for, so that counting reads no rows.
create index request_counts on request (event_id, member_id) include (risk_at, due_at, kind, owner_id, turn, head_of_government) where closed_at is null and state <> 'draft';
create index request_closed on request (event_id, closed_at desc, id desc) where closed_at is not null;
create index request_waitlist on request (event_id, kind, submitted_at, id) where state = 'waitlisted';
create index request_drafts_for_members on request (filed_for_by, event_id, created_at desc, id desc) where state = 'draft';
create index request_by_member on request (member_id, event_id, created_at desc, id desc);

-- The persons a request names, kept beside its answers so that they can only be the member's own delegates.
create table request_delegate (
  request_id uuid not null,
  member_id uuid not null,
  delegate_id uuid not null,
  position int not null,
  primary key (request_id, delegate_id),
  foreign key (member_id, request_id) references request (member_id, id) on delete cascade,
  foreign key (member_id, delegate_id) references delegate (member_id, id)
);
create index request_delegate_by_delegate on request_delegate (delegate_id);

-- Folded text and its pairs of characters: Japanese has no spaces, and two characters are a word.
create table request_search (
  request_id uuid primary key references request (id) on delete cascade,
  event_id uuid not null,
  member_id uuid not null,
  text text not null,
  pairs text[] not null
);
create index request_search_pairs on request_search using gin (pairs);

-- The conversation with the municipality.
create table message (
  id uuid primary key,
  request_id uuid not null,
  member_id uuid not null,
  author_id uuid not null references account (id),
  from_office boolean not null,
  kind text not null check (kind in ('message', 'question', 'answer', 'offer', 'decision')),
  body text not null check (body <> ''),
  created_at timestamptz not null,
  foreign key (member_id, request_id) references request (member_id, id) on delete cascade
);
create index message_by_request on message (request_id, created_at, id);

-- What the office writes to itself. A table of its own, so that no query of the conversation can reach it.
create table internal_note (
  id uuid primary key,
  request_id uuid not null references request (id) on delete cascade,
  author_id uuid not null references account (id),
  body text not null check (body <> ''),
  created_at timestamptz not null
);
create index internal_note_by_request on internal_note (request_id, created_at, id);

-- How far each person has read.
create table request_seen (
  request_id uuid not null references request (id) on delete cascade,
  account_id uuid not null references account (id) on delete cascade,
  seen_at timestamptz not null,
  -- Wall clock: who has it open right now.
  present_at timestamptz,
  primary key (request_id, account_id)
);

create table saved_view (
  id uuid primary key,
  account_id uuid not null references account (id) on delete cascade,
  name text not null check (name <> ''),
  query text not null,
  position int not null default 0,
  unique (account_id, name)
);
