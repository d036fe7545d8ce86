-- Sessions of a released programme that somebody with an account has starred, and stars they have taken back: a removal
-- is remembered with its time, so that an older word of another device does not bring the star back.
create table favourite (
  account_id uuid not null references account (id) on delete cascade,
  event_id uuid not null references event (id) on delete cascade,
  session_id uuid not null,
  starred boolean not null,
  -- The device's clock, never ahead of ours.
  changed_at timestamptz not null,
  primary key (account_id, event_id, session_id)
);

call wall('favourite');
create policy own on favourite to cop_desk_member, cop_desk_office, cop_desk_admin, cop_desk_auditor
  using (account_id = (select app_actor())) with check (account_id = (select app_actor()));
grant select, insert, update, delete on favourite to cop_desk_member, cop_desk_office, cop_desk_admin, cop_desk_auditor;
