-- The second wall: what a forgotten condition in a query would show is not there for the role that asks.
-- Every transaction names its role with SET LOCAL ROLE (db/connect.ts). Roles belong to the whole server, so they may
-- be there already; a login that may not create roles needs them made beforehand (docs/how-to/run-on-postgresql.md).
do $$
declare
  wanted text;
begin
  foreach wanted in array array['cop_desk_nobody', 'cop_desk_public', 'cop_desk_entry', 'cop_desk_member',
    'cop_desk_office', 'cop_desk_admin', 'cop_desk_auditor', 'cop_desk_worker'] loop
    begin
      if not exists (select from pg_roles where rolname = wanted) then
        execute format('create role %I nologin', wanted);
      end if;
    exception
      -- Another database of this server is being prepared at the same moment.
      when duplicate_object or unique_violation then null;
    end;
    if not pg_has_role(current_user, wanted, 'member') then
      execute format('grant %I to current_user', wanted);
    end if;
  end loop;
end $$;

-- For whom a transaction runs. After a transaction that set them, the settings are '' rather than null.
create function app_member() returns uuid language sql stable parallel safe set search_path = pg_catalog
  as $$ select nullif(current_setting('app.member', true), '')::uuid $$;
create function app_actor() returns uuid language sql stable parallel safe set search_path = pg_catalog
  as $$ select nullif(current_setting('app.actor', true), '')::uuid $$;
create function app_role() returns text language sql stable parallel safe set search_path = pg_catalog
  as $$ select coalesce(current_setting('app.role', true), '') $$;

-- Closes a table to everybody but its owner (migrations, copies) and the program's own jobs.
create procedure wall(closed regclass) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', closed);
  execute format('alter table %s force row level security', closed);
  execute format('create policy owner_all on %s to %I using (true) with check (true)', closed, current_user);
  execute format('create policy worker_all on %s to cop_desk_worker using (true) with check (true)', closed);
  execute format('grant select, insert, update, delete on %s to cop_desk_worker', closed);
end $$;
revoke execute on procedure wall(regclass) from public;

-- Lets a role see and change every row of a table, as far as it is granted anything on it.
create procedure wall_opens(closed regclass, role_name text) language plpgsql as $$
begin
  execute format('create policy %I on %s to %I using (true) with check (true)', role_name || '_all', closed, role_name);
  execute format('grant select, insert, update, delete on %s to %I', closed, role_name);
end $$;
revoke execute on procedure wall_opens(regclass, text) from public;

-- Lets members see and change the rows of their own municipality.
create procedure wall_opens_to_own_member(closed regclass) language plpgsql as $$
begin
  execute format(
    'create policy member_own on %s to cop_desk_member
      using (member_id = (select app_member())) with check (member_id = (select app_member()))', closed);
  execute format('grant select, insert, update, delete on %s to cop_desk_member', closed);
end $$;
revoke execute on procedure wall_opens_to_own_member(regclass) from public;

-- Lets a role see what hangs on a row it sees: `parent` names the table and `how` how both are joined.
create procedure wall_opens_with(closed regclass, role_name text, parent regclass, how text) language plpgsql as $$
begin
  execute format('create policy %I on %s to %I using (exists (select from %s parent where %s))
    with check (exists (select from %s parent where %s))',
    role_name || '_with_' || parent, closed, role_name, parent, how, parent, how);
  execute format('grant select, insert, update, delete on %s to %I', closed, role_name);
end $$;
revoke execute on procedure wall_opens_with(regclass, text, regclass, text) from public;

-- What everybody who works here may know: events as data, organisations, what has been released.
do $$
declare
  shared text;
  reader text;
begin
  foreach shared in array array['installation', 'organisation', 'membership', 'process', 'event', 'event_day', 'venue',
    'room', 'deadline', 'request_window', 'pass_pool', 'pass_place', 'request_counter', 'release',
    'released_session'] loop
    execute format('grant select, insert, update, delete on %I to cop_desk_worker', shared);
    foreach reader in array array['cop_desk_member', 'cop_desk_office', 'cop_desk_admin', 'cop_desk_auditor'] loop
      execute format('grant select on %I to %I', shared, reader);
    end loop;
  end loop;
end $$;
grant select on installation, organisation, membership, event to cop_desk_entry;
-- The public reads what was released, and which event it belongs to; nothing else exists for it.
grant select on event, event_day, release, released_session to cop_desk_public;
grant insert, update on request_counter to cop_desk_member, cop_desk_office;
grant insert, update, delete on organisation, membership to cop_desk_office, cop_desk_admin;
grant insert, update, delete on event, event_day, venue, room, deadline, request_window, pass_pool, pass_place
  to cop_desk_admin;
-- Locking a row takes the right to change one of its columns.
grant update (version) on event, room, pass_pool to cop_desk_office;
grant update (number) on pass_place to cop_desk_office;
grant insert on release, released_session to cop_desk_office, cop_desk_admin;

-- Whatever belongs to a municipality.
call wall('delegation');
call wall('delegate');
call wall('request');
call wall('request_delegate');
call wall('request_search');
call wall('message');
call wall('pass');
call wall('meeting');
call wall('meeting_delegate');
call wall('programme_session');
do $$
declare
  closed regclass;
begin
  foreach closed in array array['delegation', 'delegate', 'request', 'request_delegate', 'request_search', 'message',
    'pass', 'meeting', 'meeting_delegate', 'programme_session']::regclass[] loop
    call wall_opens_to_own_member(closed);
    call wall_opens(closed, 'cop_desk_office');
  end loop;
end $$;
-- The administrator may release a schedule and shrink a pool, and reads no request, no delegate and no meeting:
-- without a policy there are no rows.
call wall_opens('programme_session', 'cop_desk_admin');
call wall_opens('pass', 'cop_desk_admin');
grant select on request, delegate, meeting, meeting_delegate to cop_desk_admin;

call wall('session_host');
call wall('session_speaker');
call wall('room_hold');
call wall('request_seen');
do $$
declare
  closed regclass;
begin
  foreach closed in array array['session_host', 'session_speaker', 'room_hold']::regclass[] loop
    call wall_opens(closed, 'cop_desk_office');
    call wall_opens(closed, 'cop_desk_admin');
    call wall_opens_with(closed, 'cop_desk_member', 'programme_session',
      'parent.id = session_id and parent.member_id = (select app_member())');
  end loop;
end $$;
call wall_opens_with('room_hold', 'cop_desk_member', 'meeting', 'parent.id = meeting_id');
call wall_opens('request_seen', 'cop_desk_office');
call wall_opens_with('request_seen', 'cop_desk_member', 'request', 'parent.id = request_id');

-- A municipality also sees the sessions of others in which it takes part, as a host or with a delegate of its own.
-- With the rights of the owner, because session and speakers would otherwise ask each other for ever.
create function app_takes_part(session uuid) returns boolean language sql stable security definer
  set search_path = pg_catalog, public
  as $$ select exists (select from session_host h where h.session_id = session and h.organisation_id = app_member())
    or exists (select from session_speaker s join delegate d on d.id = s.delegate_id
      where s.session_id = session and d.member_id = app_member()) $$;
revoke execute on function app_takes_part(uuid) from public;
grant execute on function app_takes_part(uuid) to cop_desk_member;
create policy member_takes_part on programme_session for select to cop_desk_member using (app_takes_part(id));
create policy member_takes_part on session_host for select to cop_desk_member using (app_takes_part(session_id));
create policy member_takes_part on session_speaker for select to cop_desk_member using (app_takes_part(session_id));
create policy member_takes_part on room_hold for select to cop_desk_member
  using (session_id is not null and app_takes_part(session_id));

-- What the office writes to itself. For members the table is not there at all.
call wall('internal_note');
call wall_opens('internal_note', 'cop_desk_office');
call wall('saved_view');
create policy own on saved_view to cop_desk_office
  using (account_id = (select app_actor())) with check (account_id = (select app_actor()));
grant select, insert, update, delete on saved_view to cop_desk_office;

-- Whether there is a password may be known by whoever looks after accounts; what it is may not.
alter table account add has_password boolean not null generated always as (password_hash is not null) stored;

-- Accounts: one's own municipality's and the office's; whoever is signing in is looked for among all.
call wall('account');
create policy entry_all on account to cop_desk_entry using (true) with check (true);
grant select, update on account to cop_desk_entry;
create policy admin_all on account to cop_desk_admin using (true) with check (true);
create policy office_read on account for select to cop_desk_office, cop_desk_auditor using (true);
create policy self_change on account for update to cop_desk_office, cop_desk_auditor
  using (id = (select app_actor())) with check (id = (select app_actor()));
create policy member_read on account for select to cop_desk_member
  using (member_id = (select app_member()) or member_id is null);
create policy member_add on account for insert to cop_desk_member with check (member_id = (select app_member()));
create policy member_change on account for update to cop_desk_member
  using (member_id = (select app_member())) with check (member_id = (select app_member()));
-- What proves an account's owner is read by nobody who is already in.
grant select (id, email, name, name_en, section, role, member_id, lang, state, hotkeys, demo, version, created_at,
  last_signed_in_at, has_password) on account to cop_desk_member, cop_desk_office, cop_desk_admin, cop_desk_auditor;
grant update (name, name_en, section, lang, hotkeys, version) on account to cop_desk_office, cop_desk_auditor;
grant insert, update on account to cop_desk_member, cop_desk_admin;

call wall('account_session');
call wall_opens('account_session', 'cop_desk_entry');
call wall_opens('account_session', 'cop_desk_admin');
create policy own on account_session to cop_desk_office, cop_desk_auditor
  using (account_id = (select app_actor())) with check (account_id = (select app_actor()));
create policy member_own on account_session to cop_desk_member
  using (exists (select from account a where a.id = account_id and a.member_id = (select app_member())))
  with check (account_id = (select app_actor()));
grant select, update, delete on account_session to cop_desk_member, cop_desk_office, cop_desk_auditor;

call wall('sign_in_link');
call wall_opens('sign_in_link', 'cop_desk_entry');
call wall_opens('sign_in_link', 'cop_desk_admin');
create policy member_own on sign_in_link to cop_desk_member
  using (exists (select from account a where a.id = account_id and a.member_id = (select app_member())));
grant select, delete on sign_in_link to cop_desk_member;

-- Counts of tries under the hash of an address: nothing of anybody's is in it.
grant select, insert, update, delete on sign_in_try
  to cop_desk_entry, cop_desk_member, cop_desk_office, cop_desk_admin, cop_desk_auditor, cop_desk_worker;

-- Answers already given, each to the one to whom it was given.
call wall('idempotency');
create policy own on idempotency to cop_desk_member, cop_desk_office, cop_desk_admin, cop_desk_auditor
  using (principal = (select app_actor()::text)) with check (principal = (select app_actor()::text));
grant select, insert, update on idempotency to cop_desk_member, cop_desk_office, cop_desk_admin, cop_desk_auditor;

-- The record of changes: everybody adds, the municipality reads its own, the auditor reads all.
call wall('history');
revoke update, delete on history from cop_desk_worker;
create policy adds on history for insert
  to cop_desk_entry, cop_desk_member, cop_desk_office, cop_desk_admin, cop_desk_auditor with check (true);
create policy member_own on history for select to cop_desk_member using (member_id = (select app_member()));
create policy reads on history for select to cop_desk_office, cop_desk_auditor using (true);
grant insert on history to cop_desk_entry, cop_desk_member, cop_desk_office, cop_desk_admin, cop_desk_auditor;
grant select on history to cop_desk_member, cop_desk_office, cop_desk_auditor;

-- Mail: whoever has a reason adds; only the office and the administrator read.
call wall('outbox');
call wall_opens('outbox', 'cop_desk_office');
call wall_opens('outbox', 'cop_desk_admin');
create policy adds on outbox for insert to cop_desk_entry, cop_desk_member
  with check (member_id is null or member_id = (select app_member()) or (select app_role()) = 'anonymous');
-- Not adding the same mail twice takes reading the key it is recognised by, and no other column is granted.
create policy known_keys on outbox for select to cop_desk_entry, cop_desk_member using (true);
grant insert, select (dedupe_key) on outbox to cop_desk_entry, cop_desk_member;

-- Rows of two tables that belong together belong to the same municipality.
alter table request_search add constraint request_search_of_member
  foreign key (member_id, request_id) references request (member_id, id) on delete cascade;
alter table request_search drop constraint request_search_request_id_fkey;
alter table outbox add constraint outbox_of_member
  foreign key (member_id, request_id) references request (member_id, id) on delete cascade;
alter table outbox drop constraint outbox_request_id_fkey;
alter table outbox add check (request_id is null or member_id is not null);
