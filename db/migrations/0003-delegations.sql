create table delegation (
  id uuid primary key,
  event_id uuid not null references event (id),
  member_id uuid not null references membership (organisation_id),
  purpose text not null default '',
  head_delegate_id uuid,
  minimum_party int not null default 1 check (minimum_party between 1 and 50),
  version int not null default 1,
  created_at timestamptz not null default now(),
  unique (event_id, member_id),
  unique (member_id, id)
);

create table delegate (
  id uuid primary key,
  delegation_id uuid not null,
  event_id uuid not null references event (id),
  member_id uuid not null,
  family_name text not null,
  given_name text not null,
  family_kana text not null,
  given_kana text not null,
  -- As printed in the passport; entered by hand, never derived from kana. Empty until known.
  family_latin text not null default '' check (family_latin ~ '^[A-Z '' -]*$'),
  given_latin text not null default '' check (given_latin ~ '^[A-Z '' -]*$'),
  title_ja text not null default '',
  title_en text not null default '',
  section text not null default '',
  level text not null check (level in ('head', 'deputy', 'director', 'officer', 'interpreter', 'youth', 'other')),
  email text not null default '',
  arrives_on date,
  leaves_on date,
  position int not null default 0,
  removed_at timestamptz,
  version int not null default 1,
  foreign key (member_id, delegation_id) references delegation (member_id, id),
  unique (member_id, id),
  unique (delegation_id, id),
  check (arrives_on <= leaves_on)
);
create index delegate_by_delegation on delegate (delegation_id, position, id) where removed_at is null;

alter table delegation add constraint delegation_head foreign key (id, head_delegate_id) references delegate (delegation_id, id) deferrable initially deferred;
