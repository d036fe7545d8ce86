-- Second factors, and how far each session has proved who holds it.

alter table account
  -- Since when an authenticator app is asked for; its key is in account_totp.
  add totp_at timestamptz,
  -- Whether a mailed code is asked for instead; members only, since mail is the weaker way.
  add mail_code boolean not null default false,
  add constraint account_mail_code_of_members check (not mail_code or member_id is not null);

alter table account_session
  add aal smallint not null default 1 check (aal in (1, 2)),
  add first_factor text not null default 'password' check (first_factor in ('password', 'link', 'invitation')),
  add second_factor text check (second_factor in ('totp', 'recovery', 'mail')),
  -- When the person last proved themselves with a secret of their own; a mailed link proves the mailbox only.
  add step_up_at timestamptz,
  add constraint account_session_aal_has_factor check ((aal = 2) = (second_factor is not null));

-- The key an authenticator app shares with us, encrypted for its cell. `pending` until the first code has been typed.
create table account_totp (
  account_id uuid not null references account (id) on delete cascade,
  state text not null check (state in ('pending', 'active')),
  secret bytea not null check (octet_length(secret) > 29),
  -- The step of 30 seconds whose code was used last; no earlier one works again.
  last_step int,
  created_at timestamptz not null,
  primary key (account_id, state)
);

create table recovery_code (
  account_id uuid not null references account (id) on delete cascade,
  code_hash bytea not null check (octet_length(code_hash) = 32),
  created_at timestamptz not null,
  used_at timestamptz,
  primary key (account_id, code_hash)
);

-- A mailed code, for the one session that is signing in.
create table sign_in_code (
  session_id uuid primary key references account_session (id) on delete cascade,
  code_hash bytea not null check (octet_length(code_hash) = 32),
  ends_at timestamptz not null,
  tries smallint not null default 0 check (tries between 0 and 5)
);

-- A lost second factor of somebody at the office: asked for by one administrator, done by another.
create table factor_reset (
  id uuid primary key,
  account_id uuid not null references account (id) on delete cascade,
  requested_by uuid not null references account (id),
  requested_at timestamptz not null,
  ends_at timestamptz not null,
  settled_by uuid references account (id),
  settled_at timestamptz,
  outcome text check (outcome in ('approved', 'withdrawn', 'expired')),
  check (account_id <> requested_by),
  check (account_id <> settled_by),
  check (outcome is distinct from 'approved' or (settled_by is not null and settled_by <> requested_by)),
  check ((outcome is null) = (settled_at is null))
);
create unique index factor_reset_open on factor_reset (account_id) where outcome is null;

-- When a try was last let through, so that waiting can grow by seconds.
alter table sign_in_try add last_at timestamptz;

-- An address invited by one municipality says nothing about whether another knows it: only whoever has accepted
-- holds an address alone.
alter table account drop constraint account_email_key;
create index account_by_email on account (email);
create unique index account_email_accepted on account (email) where state <> 'invited';
create unique index account_email_invited on account (email, member_id) nulls not distinct where state = 'invited';

-- The secrets are read and changed at the door only, where people prove who they are.
call wall('account_totp');
call wall_opens('account_totp', 'cop_desk_entry');
call wall('recovery_code');
call wall_opens('recovery_code', 'cop_desk_entry');
call wall('sign_in_code');
call wall_opens('sign_in_code', 'cop_desk_entry');
call wall('factor_reset');
call wall_opens('factor_reset', 'cop_desk_entry');
call wall_opens('factor_reset', 'cop_desk_admin');
grant select (totp_at, mail_code) on account to cop_desk_member, cop_desk_office, cop_desk_admin, cop_desk_auditor;
