-- The approval that a municipality gives itself before a request leaves it. Whether it is asked for is the
-- municipality's own rule, and by whom it is given, when that is one person.
create table sign_off_rule (
  member_id uuid primary key references membership (organisation_id),
  required boolean not null default false,
  approver_id uuid references account (id)
);

-- Asked for, given or given back. It holds for the answers it was given for: the hash is theirs, and whoever changes
-- them afterwards needs it anew.
create table sign_off (
  request_id uuid primary key,
  member_id uuid not null,
  state text not null check (state in ('waiting', 'given', 'returned')),
  number text not null default '',
  decided_on date,
  approver text not null default '',
  approver_id uuid references account (id),
  asked_by uuid references account (id),
  comment text not null default '',
  content_hash bytea not null check (length(content_hash) = 32),
  at timestamptz not null,
  foreign key (member_id, request_id) references request (member_id, id) on delete cascade,
  check (state <> 'given' or (approver <> '' and decided_on is not null and (number <> '' or approver_id is not null))),
  check (state <> 'returned' or comment <> '')
);
create index sign_off_waiting on sign_off (member_id, at) where state = 'waiting';

call wall('sign_off_rule');
call wall_opens_to_own_member('sign_off_rule');
revoke delete on sign_off_rule from cop_desk_member;
create policy office_reads on sign_off_rule for select to cop_desk_office using (true);
grant select on sign_off_rule to cop_desk_office;
call wall('sign_off');
call wall_opens_to_own_member('sign_off');
call wall_opens('sign_off', 'cop_desk_office');
