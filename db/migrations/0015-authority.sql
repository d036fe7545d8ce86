-- Which account of a municipality may act for which person of its delegation, from a day until a day of Japan. Nobody
-- gets more rights by it, and nobody signs in as somebody else: the record names both.
alter table account add unique (member_id, id);
create table authority (
  id uuid primary key,
  member_id uuid not null references membership (organisation_id),
  account_id uuid not null,
  delegate_id uuid not null,
  from_day date not null,
  until_day date not null,
  given_by uuid not null references account (id),
  given_at timestamptz not null,
  ended_by uuid references account (id),
  ended_at timestamptz,
  foreign key (member_id, account_id) references account (member_id, id),
  foreign key (member_id, delegate_id) references delegate (member_id, id),
  unique (account_id, id),
  check (from_day <= until_day),
  check ((ended_at is null) = (ended_by is null)),
  exclude using gist (account_id with =, delegate_id with =, daterange(from_day, until_day, '[]') with &&)
    where (ended_at is null)
);
create index authority_by_member on authority (member_id, until_day, id);
create index authority_by_delegate on authority (delegate_id);

-- For whom a session acts, by an authority of its own account. It counts while that authority does.
alter table account_session
  add column authority_id uuid,
  add foreign key (account_id, authority_id) references authority (account_id, id);

-- For whom the author of a message wrote it.
alter table message
  add column principal_id uuid,
  add foreign key (member_id, principal_id) references delegate (member_id, id);

call wall('authority');
revoke delete on authority from cop_desk_worker;
call wall_opens_to_own_member('authority');
revoke delete on authority from cop_desk_member;
-- The office reads, and ends what is held for a person it takes out of a delegation.
call wall_opens('authority', 'cop_desk_office');
revoke insert, delete on authority from cop_desk_office;
-- Whose session it is includes for whom it acts.
create policy reads on authority for select to cop_desk_entry, cop_desk_auditor using (true);
grant select on authority to cop_desk_entry, cop_desk_auditor;
-- Whoever reads the record reads the names of those somebody acted for, and nothing else of a delegate.
create policy acted_for on delegate for select to cop_desk_auditor
  using (exists (select from authority a where a.delegate_id = delegate.id));
grant select (id, member_id, family_name, given_name, family_latin, given_latin) on delegate to cop_desk_auditor;
