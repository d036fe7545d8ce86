-- Once a year, after the changes of personnel on 1 April, somebody says of each account of a municipality whether it
-- is still needed. A row is made when it is asked; `unanswered` is what the end of the time says.
create table account_check (
  account_id uuid not null references account (id) on delete cascade,
  year int not null check (year between 2000 and 2199),
  member_id uuid not null references membership (organisation_id),
  asked_at timestamptz not null,
  verdict text check (verdict in ('keep', 'suspend', 'unanswered')),
  answered_at timestamptz,
  answered_by uuid references account (id) on delete set null,
  primary key (account_id, year),
  check ((verdict is null) = (answered_at is null)),
  check (verdict is not null or answered_by is null),
  -- Nobody confirms themselves.
  check (answered_by <> account_id)
);
create index account_check_by_member on account_check (member_id, year);

call wall('account_check');
call wall_opens('account_check', 'cop_desk_admin');
call wall_opens_to_own_member('account_check');
revoke insert, delete on account_check from cop_desk_admin, cop_desk_member;
