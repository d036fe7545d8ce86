-- A change of all keys that takes its time: it can be stopped and goes on where it was. Keys up to the number are old.
create table key_rotation (
  id uuid primary key,
  up_to_key int not null,
  begun_at timestamptz not null,
  done_at timestamptz
);
create unique index key_rotation_open on key_rotation ((true)) where done_at is null;

-- What must not be erased although its time is over, such as for a court: one municipality's data of one event, for a
-- reason. Whoever asks for its end does not end it.
create table vault_hold (
  id uuid primary key,
  event_id uuid not null references event (id),
  member_id uuid not null references membership (organisation_id),
  reason text not null check (reason <> ''),
  placed_by uuid not null references account (id),
  placed_at timestamptz not null,
  end_asked_by uuid references account (id),
  end_asked_at timestamptz,
  ended_by uuid references account (id),
  ended_at timestamptz,
  check ((end_asked_by is null) = (end_asked_at is null)),
  check ((ended_by is null) = (ended_at is null)),
  constraint hold_ends_after_asking check (ended_at is null or (end_asked_at is not null
    and ended_at between end_asked_at and end_asked_at + interval '24 hours')),
  constraint hold_ends_by_two check (ended_by <> end_asked_by)
);
create unique index vault_hold_open on vault_hold (event_id, member_id) where ended_at is null;

-- Whose data a purge has left alone because they are held.
alter table vault_purge add column held uuid[] not null default '{}';

create function held_is_not_erased() returns trigger language plpgsql set search_path = pg_catalog, public as $$
begin
  if exists (select from vault_hold h where h.event_id = old.event_id and h.member_id = old.member_id and h.ended_at is null) then
    raise exception 'these data are held' using errcode = '23514';
  end if;
  return new;
end $$;
create trigger held_is_not_erased before update of state on identity_vault for each row
  when (old.state = 'kept' and new.state = 'purged') execute function held_is_not_erased();

-- Passport data of several delegates as one file: asked for by one person, approved by another within a day, and made
-- once for whoever asked, within a day of that.
create table identity_export (
  id uuid primary key,
  event_id uuid not null references event (id),
  delegate_ids uuid[] not null check (cardinality(delegate_ids) between 1 and 500),
  purpose text not null check (purpose in ('registration', 'visa_letter', 'correction', 'member_check', 'incident')),
  note text not null default '',
  requested_by uuid not null references account (id),
  requested_at timestamptz not null,
  approved_by uuid references account (id),
  approved_at timestamptz,
  made_at timestamptz,
  cancelled_at timestamptz,
  constraint export_by_two check (approved_by <> requested_by),
  check ((approved_by is null) = (approved_at is null)),
  constraint export_within_a_day check (approved_at between requested_at and requested_at + interval '24 hours'),
  constraint export_made_within_a_day check (made_at is null or (approved_at is not null
    and made_at between approved_at and approved_at + interval '24 hours')),
  check (cancelled_at is null or made_at is null)
);
create index identity_export_by_event on identity_export (event_id, requested_at desc, id);

create function identity_export_steps() returns trigger language plpgsql as $$
begin
  if old.made_at is not null or old.cancelled_at is not null
    or to_jsonb(new) - 'approved_by' - 'approved_at' - 'made_at' - 'cancelled_at'
      <> to_jsonb(old) - 'approved_by' - 'approved_at' - 'made_at' - 'cancelled_at'
    or (old.approved_at is not null and new.approved_at is distinct from old.approved_at) then
    raise exception 'an export is made once, as it was approved' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger identity_export_steps before update on identity_export for each row execute function identity_export_steps();

call wall('key_rotation');
revoke delete on key_rotation from cop_desk_worker;
create policy reveal on key_rotation to cop_desk_reveal using (true) with check (true);
grant select, insert, update on key_rotation to cop_desk_reveal;

call wall('vault_hold');
revoke delete on vault_hold from cop_desk_worker;
create policy desk on vault_hold to cop_desk_office, cop_desk_admin using (true) with check (true);
grant select on vault_hold to cop_desk_office;
grant select, insert, update on vault_hold to cop_desk_admin;
grant update (ended_by, ended_at, end_asked_by, end_asked_at) on vault_hold to cop_desk_office;
create policy reveal on vault_hold for select to cop_desk_reveal using (true);
grant select on vault_hold to cop_desk_reveal;

call wall('identity_export');
revoke delete on identity_export from cop_desk_worker;
create policy desk on identity_export to cop_desk_office, cop_desk_admin using (true) with check (true);
grant select, insert, update on identity_export to cop_desk_office;
grant select, update on identity_export to cop_desk_admin;
