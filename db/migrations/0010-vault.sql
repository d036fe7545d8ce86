-- Passport data, readable only with a key that the database does not hold, and gone when its time is over.

-- A data key for one municipality at one event. `live` stands in the key of the cells' reference: as long as a cell
-- needs the key it cannot be destroyed, and a destroyed key takes no new cell.
create table vault_key (
  id int primary key generated always as identity,
  event_id uuid not null references event (id),
  member_id uuid not null references membership (organisation_id),
  -- Which secret wraps it.
  kek_id text not null check (kek_id ~ '^[0-9a-f]{16}$'),
  state text not null default 'active' check (state in ('active', 'retired', 'destroyed')),
  live boolean not null default true check (live = (state <> 'destroyed')),
  created_at timestamptz not null,
  destroyed_at timestamptz,
  unique (member_id, event_id, id, live),
  check ((state = 'destroyed') = (destroyed_at is not null))
);
create unique index vault_key_in_use on vault_key (event_id, member_id) where state = 'active';

-- The wrapped key itself, apart from the rest so that copies of the database can leave it out.
create table vault_key_bytes (
  key_id int primary key references vault_key (id),
  wrapped bytea not null check (octet_length(wrapped) = 61)
);

create function vault_key_stays_destroyed() returns trigger language plpgsql set search_path = public as $$
begin
  if tg_table_name = 'vault_key' then
    if old.state = 'destroyed' then
      raise exception 'a destroyed key does not change' using errcode = '42501';
    end if;
    if new.state = 'destroyed' and exists (select from vault_key_bytes where key_id = new.id) then
      raise exception 'the bytes of a destroyed key are still there' using errcode = '23514';
    end if;
  elsif exists (select from vault_key where id = new.key_id and state = 'destroyed') then
    raise exception 'a destroyed key gets no bytes' using errcode = '23514';
  end if;
  return new;
end $$;
create trigger vault_key_stays_destroyed before update on vault_key for each row execute function vault_key_stays_destroyed();
create trigger vault_key_bytes_of_living before insert or update on vault_key_bytes for each row execute function vault_key_stays_destroyed();

-- What the passport of a delegate says: one encrypted cell a field, and what may be shown without opening them.
create table identity_vault (
  delegate_id uuid primary key,
  event_id uuid not null references event (id),
  member_id uuid not null,
  state text not null default 'kept' check (state in ('kept', 'purged')),
  key_id int,
  key_live boolean check (key_live),
  passport_number bytea,
  surname bytea,
  given_names bytea,
  birth_date bytea,
  nationality bytea,
  issuing_country bytea,
  expires_on bytea,
  passport_mask text not null,
  names_mask text not null,
  -- Keyed hashes: for finding the same passport twice, and for seeing whether the names are those of the delegate.
  passport_index bytea,
  names_index bytea,
  expires_early boolean not null default false,
  entered_through text not null check (entered_through in ('account', 'link', 'demonstration')),
  entered_by uuid references account (id),
  entered_at timestamptz not null,
  purged_at timestamptz,
  version int not null default 1,
  foreign key (member_id, delegate_id) references delegate (member_id, id),
  constraint identity_vault_key foreign key (member_id, event_id, key_id, key_live) references vault_key (member_id, event_id, id, live),
  check ((entered_through = 'account') = (entered_by is not null)),
  check ((state = 'purged') = (purged_at is not null)),
  check (num_nulls(key_id, key_live, passport_number, surname, given_names, birth_date, nationality, issuing_country,
    expires_on, passport_index, names_index) = case state when 'kept' then 0 else 11 end),
  check (state = 'kept' or (passport_mask = '' and names_mask = ''))
);
create index identity_vault_by_key on identity_vault (key_id) where state = 'kept';
create index identity_vault_by_passport on identity_vault (event_id, passport_index) where state = 'kept';

-- The personal link by which a delegate enters and sees their own data without an account. Only a hash is kept.
create table identity_link (
  id uuid primary key,
  delegate_id uuid not null,
  event_id uuid not null references event (id),
  member_id uuid not null,
  token_hash bytea not null unique check (octet_length(token_hash) = 32),
  lang text not null check (lang in ('ja', 'en')),
  made_by uuid references account (id),
  made_at timestamptz not null,
  ends_at timestamptz not null check (ends_at <= made_at + interval '14 days'),
  revoked_at timestamptz,
  last_used_at timestamptz,
  foreign key (member_id, delegate_id) references delegate (member_id, id)
);
create unique index identity_link_one on identity_link (delegate_id) where revoked_at is null;

-- What a delegate has agreed to: to whom, in which words, when, and how we know. Never changed but to be ended.
create table consent (
  id uuid primary key,
  delegate_id uuid not null,
  event_id uuid not null references event (id),
  member_id uuid not null,
  receiver text not null check (receiver in ('iclei_world', 'secretariat', 'host_country', 'pavilion_host', 'counterpart')),
  text_version text not null check (text_version ~ '^[0-9a-f]{64}$'),
  lang text not null check (lang in ('ja', 'en')),
  method text not null check (method in ('link', 'paper')),
  recorded_by uuid references account (id),
  given_at timestamptz not null,
  -- The host country as it stood in the words, and whether it was certain.
  country text not null,
  provisional boolean not null,
  ended_at timestamptz,
  ended_as text check (ended_as in ('withdrawn', 'replaced')),
  foreign key (member_id, delegate_id) references delegate (member_id, id),
  check ((method = 'paper') = (recorded_by is not null)),
  check ((ended_at is null) = (ended_as is null)),
  check (ended_at >= given_at)
);
create unique index consent_one on consent (delegate_id, receiver) where ended_at is null;

create function consent_only_ends() returns trigger language plpgsql set search_path = public as $$
begin
  if tg_op = 'UPDATE' and old.ended_at is null and new.ended_at is not null
    and to_jsonb(new) - 'ended_at' - 'ended_as' = to_jsonb(old) - 'ended_at' - 'ended_as' then
    return new;
  end if;
  raise exception 'a consent can only be ended' using errcode = '42501';
end $$;
create trigger consent_only_ends before update or delete on consent for each row execute function consent_only_ends();

-- Erasing passport data takes two people within a day; what was erased is certified for each municipality.
create table vault_purge (
  id uuid primary key,
  event_id uuid not null references event (id),
  -- Everything of an event that is over, or the people who have left before.
  kind text not null check (kind in ('event', 'left')),
  report jsonb not null,
  requested_by uuid not null references account (id),
  requested_at timestamptz not null,
  approved_by uuid references account (id),
  approved_at timestamptz,
  done_at timestamptz,
  cancelled_at timestamptz,
  constraint two_people check (approved_by <> requested_by),
  check ((approved_by is null) = (approved_at is null)),
  constraint within_a_day check (approved_at between requested_at and requested_at + interval '24 hours'),
  check (done_at is null or approved_at is not null),
  check (cancelled_at is null or approved_at is null)
);
create unique index vault_purge_open on vault_purge (event_id, kind) where done_at is null and cancelled_at is null;

create table vault_certificate (
  id uuid primary key,
  purge_id uuid not null references vault_purge (id),
  event_id uuid not null references event (id),
  member_id uuid not null references membership (organisation_id),
  counts jsonb not null,
  key_ids int[] not null,
  done_at timestamptz not null,
  history_head text not null,
  unique (purge_id, member_id)
);
create function certificates_do_not_change() returns trigger language plpgsql as $$
begin
  raise exception 'a certificate does not change' using errcode = '42501';
end $$;
create trigger certificate_no_change before update or delete on vault_certificate for each row execute function certificates_do_not_change();

-- A mail may go to a delegate, who has no account.
alter table outbox alter column account_id drop not null;
alter table outbox add column delegate_id uuid;
alter table outbox add constraint outbox_of_delegate foreign key (member_id, delegate_id) references delegate (member_id, id);
alter table outbox add constraint outbox_one_recipient check (num_nonnulls(account_id, delegate_id) = 1);
alter table outbox add constraint outbox_delegate_member check (delegate_id is null or member_id is not null);

-- Opening cells takes a role of its own: no other may so much as read the columns they are in.
do $$
begin
  begin
    if not exists (select from pg_roles where rolname = 'cop_desk_reveal') then
      create role cop_desk_reveal nologin;
    end if;
  exception
    when duplicate_object or unique_violation then null;
  end;
  if not pg_has_role(current_user, 'cop_desk_reveal', 'member') then
    grant cop_desk_reveal to current_user;
  end if;
end $$;

call wall('vault_key');
call wall('vault_key_bytes');
call wall('identity_vault');
call wall('identity_link');
call wall('consent');
call wall('vault_purge');
call wall('vault_certificate');
revoke all on vault_key_bytes, identity_vault, vault_key, consent, vault_certificate, vault_purge from cop_desk_worker;
grant select on vault_key, consent, vault_certificate, vault_purge to cop_desk_worker;
grant insert on vault_key, vault_key_bytes, identity_vault, consent to cop_desk_worker;
grant select on installation, event, organisation, membership to cop_desk_reveal;

do $$
declare
  closed text;
  role_name text;
  -- Everything but the cells and the hashes.
  open_columns constant text := 'delegate_id, event_id, member_id, state, key_id, passport_mask, names_mask,
    expires_early, entered_through, entered_by, entered_at, purged_at, version';
begin
  -- For a member's own people the role that opens cells is narrowed like any other of theirs.
  foreach closed in array array['vault_key', 'identity_vault', 'identity_link', 'consent', 'delegate', 'outbox',
    'history', 'request', 'request_delegate', 'pass', 'vault_certificate'] loop
    execute format('create policy reveal on %I to cop_desk_reveal
      using ((select app_member()) is null or member_id = (select app_member()))
      with check ((select app_member()) is null or member_id = (select app_member()))', closed);
  end loop;
  create policy reveal on vault_key_bytes to cop_desk_reveal
    using (exists (select from vault_key k where k.id = key_id));
  create policy reveal on vault_purge to cop_desk_reveal using (true);
  grant select, insert, update on vault_key to cop_desk_reveal;
  grant select, insert, delete on vault_key_bytes to cop_desk_reveal;
  grant select, update on identity_vault to cop_desk_reveal;
  grant select, delete on identity_link to cop_desk_reveal;
  grant select on consent, delegate, request, request_delegate, pass to cop_desk_reveal;
  grant select, insert on history to cop_desk_reveal;
  grant select (id, template, delegate_id, member_id), delete on outbox to cop_desk_reveal;
  grant select, update on vault_purge to cop_desk_reveal;
  grant select, insert on vault_certificate to cop_desk_reveal;

  foreach role_name in array array['cop_desk_member', 'cop_desk_office', 'cop_desk_worker'] loop
    execute format('grant select (%s), insert, update on identity_vault to %I', open_columns, role_name);
    execute format('grant select on vault_key to %I', role_name);
  end loop;
  -- Not for members: the same hash at two municipalities would tell one of the other.
  grant select (passport_index, names_index) on identity_vault to cop_desk_office;
  grant select (names_index) on identity_vault to cop_desk_member, cop_desk_worker;

  foreach closed in array array['vault_key', 'identity_vault', 'identity_link', 'consent'] loop
    execute format('create policy member_own on %I to cop_desk_member
      using (member_id = (select app_member())) with check (member_id = (select app_member()))', closed);
    execute format('create policy office on %I to cop_desk_office using (true) with check (true)', closed);
  end loop;
  grant select, insert, update on identity_link, consent to cop_desk_member, cop_desk_office;
  -- Whoever opens a personal link is nobody yet: the hash finds the row, and the rest is read as that municipality.
  create policy entry on identity_link for select to cop_desk_entry using (true);
  grant select on identity_link to cop_desk_entry;

  create policy desk on vault_purge to cop_desk_office, cop_desk_admin using (true) with check (true);
  grant select, insert, update on vault_purge to cop_desk_office, cop_desk_admin;
  create policy desk on vault_certificate for select to cop_desk_office, cop_desk_admin, cop_desk_auditor using (true);
  create policy member_own on vault_certificate for select to cop_desk_member using (member_id = (select app_member()));
  grant select on vault_certificate to cop_desk_office, cop_desk_admin, cop_desk_auditor, cop_desk_member;
end $$;
