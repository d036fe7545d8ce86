-- Exclusion constraints over a room and a time, a place and its days.
create extension if not exists btree_gist;

-- Facts about this installation, such as whether it holds the demonstration world.
create table installation (
  name text primary key,
  value text not null
);

-- Everyone and everything with a name and an address: members, counterpart cities, networks, ministries, offices.
create table organisation (
  id uuid primary key,
  kind text not null check (kind in ('member', 'office', 'city', 'network', 'ministry', 'un_body', 'company')),
  name_ja text not null default '',
  name_en text not null default '',
  kana text not null default '',
  formal_name_en text not null default '',
  country_ja text not null default '',
  country_en text not null default '',
  time_zone text,
  website text not null default '',
  version int not null default 1,
  created_at timestamptz not null default now(),
  check (name_ja <> '' or name_en <> '')
);
create index organisation_by_kind on organisation (kind, kana, id);

-- What ICLEI Japan knows of a member municipality. The fee band is a stated fact with a source, never computed.
create table membership (
  organisation_id uuid primary key references organisation (id),
  lg_code text not null unique check (lg_code ~ '^[0-9]{6}$'),
  city_class text not null check (city_class in ('prefecture', 'designated_city', 'core_city', 'general_city', 'special_ward', 'town')),
  prefecture_ja text not null,
  prefecture_en text not null,
  population int not null check (population > 0),
  population_as_of text not null,
  fee_band_jpy int,
  fee_basis text not null default '',
  head_title_ja text not null,
  head_title_en text not null,
  section_mail text not null default '',
  fiscal_note text not null default ''
);

create table account (
  id uuid primary key,
  email text not null unique check (email = lower(email) and email like '%_@_%'),
  name text not null,
  name_en text not null default '',
  section text not null default '',
  role text not null check (role in ('member_viewer', 'member_editor', 'member_manager', 'staff_triager', 'staff_coordinator', 'registrar', 'staff_admin', 'auditor')),
  member_id uuid references membership (organisation_id),
  lang text not null default 'ja' check (lang in ('ja', 'en')),
  state text not null default 'invited' check (state in ('invited', 'active', 'suspended')),
  password_hash text,
  hotkeys boolean not null default true,
  demo boolean not null default false,
  version int not null default 1,
  created_at timestamptz not null default now(),
  last_signed_in_at timestamptz,
  check ((role like 'member\_%') = (member_id is not null))
);
create index account_by_member on account (member_id, state);

-- A signed-in session. Only the hash of its token is kept; times are the wall clock's.
create table account_session (
  token_hash bytea primary key,
  id uuid not null unique,
  account_id uuid not null references account (id) on delete cascade,
  device text not null default '',
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  idle_ends_at timestamptz not null,
  ends_at timestamptz not null
);
create index account_session_by_account on account_session (account_id, created_at);

-- A mailed link: opening it spends nothing, pressing the button on its page does.
create table sign_in_link (
  token_hash bytea primary key,
  account_id uuid not null references account (id) on delete cascade,
  purpose text not null check (purpose in ('sign_in', 'invitation')),
  created_at timestamptz not null,
  ends_at timestamptz not null,
  used_at timestamptz
);
create index sign_in_link_by_account on sign_in_link (account_id, purpose);

-- Tries at signing in, counted per account address and minute, so that all instances agree.
create table sign_in_try (
  key text not null,
  minute timestamptz not null,
  tries int not null default 1,
  primary key (key, minute)
);

-- What has been done under an Idempotency-Key, written in the transaction of the effect itself.
create table idempotency (
  principal text not null,
  key text not null,
  operation text not null,
  fingerprint bytea not null,
  answer jsonb,
  status int,
  created_at timestamptz not null default now(),
  primary key (principal, key, operation)
);
create index idempotency_by_age on idempotency (created_at);

-- Who did what to which thing, when and why. Append-only.
create table history (
  id uuid primary key,
  at timestamptz not null,
  actor_id uuid,
  actor_role text not null,
  member_id uuid,
  event_id uuid,
  request_id uuid,
  subject text not null,
  subject_id uuid not null,
  action text not null,
  from_state text,
  to_state text,
  reason text,
  details jsonb not null default '{}'
);
create index history_by_request on history (request_id, at, id) where request_id is not null;
create index history_by_subject on history (subject, subject_id, at, id);
create index history_by_member on history (member_id, at, id);
create index history_by_time on history (at, id);

create function history_is_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'history is append-only' using errcode = '42501';
end $$;
create trigger history_no_change before update or delete on history for each row execute function history_is_append_only();
create trigger history_no_truncate before truncate on history for each statement execute function history_is_append_only();
