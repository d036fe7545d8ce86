-- Which call of the program made the change, and for whom the actor acted: a delegate, the head of a municipality, or
-- a municipality as such. The xid tells when the transaction that wrote a row is surely over.
alter table history
  add column call_id uuid default nullif(current_setting('app.call', true), '')::uuid,
  add column principal_kind text check (principal_kind in ('delegate', 'head', 'member')),
  add column principal_id uuid,
  add column xid xid8 not null default pg_current_xact_id(),
  add check ((principal_kind is null) = (principal_id is null));
create index history_by_xid on history (xid);
create index history_by_actor on history (actor_id, at, id) where actor_id is not null;
create index history_by_action on history (action, at, id);
create index history_by_reference on history ((details->>'reference')) where action = 'submit';
create index history_by_call on history (call_id) where call_id is not null;

-- The chain: each row's hash holds the row and the hash before it, so that no row can be changed, removed, exchanged or
-- slipped in without breaking it. Filled a moment after the change; `form` says how a row was put into words.
create table history_seal (
  seq bigint primary key check (seq > 0),
  history_id uuid not null unique references history (id),
  form smallint not null check (form > 0),
  hash bytea not null check (length(hash) = 32),
  sealed_at timestamptz not null
);
create trigger history_seal_no_change before update or delete on history_seal for each row execute function history_is_append_only();
create trigger history_seal_no_truncate before truncate on history_seal for each statement execute function history_is_append_only();

-- How far the chain has come: every row written by an earlier transaction than `sealed_before` is in it.
create table history_sealer (
  one boolean primary key default true check (one),
  sealed_before xid8 not null,
  seq bigint not null,
  hash bytea not null,
  sealed_at timestamptz not null
);

-- The chain and how far it has come: the program's own jobs add, and nobody changes or removes. The auditor reads.
call wall('history_seal');
revoke update, delete on history_seal from cop_desk_worker;
create policy reads on history_seal for select to cop_desk_auditor using (true);
grant select on history_seal to cop_desk_auditor;
call wall('history_sealer');
revoke delete on history_sealer from cop_desk_worker;
create policy reads on history_sealer for select to cop_desk_auditor using (true);
grant select on history_sealer to cop_desk_auditor;
-- Everybody may see what they did themselves.
create policy own_acts on history for select to cop_desk_admin using (actor_id = (select app_actor()));
grant select on history to cop_desk_admin;
create policy member_own_acts on history for select to cop_desk_member using (actor_id = (select app_actor()));
