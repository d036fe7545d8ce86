-- A key by which a program acts for a person: shown once, kept as a hash. Times are the wall clock's.
-- `number` is its place among the person's ten, so that no race makes an eleventh.
create table access_token (
  token_hash bytea primary key check (octet_length(token_hash) = 32),
  id uuid not null unique,
  account_id uuid not null references account (id) on delete cascade,
  number smallint not null check (number between 1 and 10),
  name text not null check (name <> ''),
  scope text not null check (scope in ('read', 'read-write')),
  created_at timestamptz not null,
  ends_at timestamptz not null,
  last_used_at timestamptz,
  unique (account_id, number),
  check (ends_at > created_at and ends_at <= created_at + interval '366 days')
);

call wall('access_token');
call wall_opens('access_token', 'cop_desk_entry');
create policy own on access_token to cop_desk_member, cop_desk_office, cop_desk_admin, cop_desk_auditor
  using (account_id = (select app_actor())) with check (account_id = (select app_actor()));
-- The secret's hash is read at the door and nowhere else.
grant select (id, account_id, number, name, scope, created_at, ends_at, last_used_at), insert, delete
  on access_token to cop_desk_member, cop_desk_office, cop_desk_admin, cop_desk_auditor;

-- A person who is suspended, or who may do something else from now on, holds no old keys: whoever changes the account
-- must be able to end them. Deleting takes seeing.
create policy admin_finds on access_token for select to cop_desk_admin using (true);
create policy admin_ends on access_token for delete to cop_desk_admin using (true);
create policy manager_finds on access_token for select to cop_desk_member
  using ((select app_role()) = 'member_manager'
    and exists (select from account a where a.id = account_id and a.member_id = (select app_member())));
create policy manager_ends on access_token for delete to cop_desk_member
  using ((select app_role()) = 'member_manager'
    and exists (select from account a where a.id = account_id and a.member_id = (select app_member())));

create function account_ends_access_tokens() returns trigger language plpgsql set search_path = pg_catalog, public as $$
begin
  delete from access_token where account_id = new.id;
  return null;
end $$;
create trigger account_ends_access_tokens after update of role, state, member_id on account for each row
  when (old.role is distinct from new.role or old.state is distinct from new.state
    or old.member_id is distinct from new.member_id)
  execute function account_ends_access_tokens();

-- Whoever gets a key is told by mail, the auditor too.
create policy auditor_adds_own on outbox for insert to cop_desk_auditor with check (account_id = (select app_actor()));
create policy auditor_known_keys on outbox for select to cop_desk_auditor using (account_id = (select app_actor()));
grant insert, select (dedupe_key, account_id) on outbox to cop_desk_auditor;
