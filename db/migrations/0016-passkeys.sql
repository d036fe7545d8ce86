-- Passkeys, and people whom their own organisation's issuer vouches for.

-- How many passkeys an account has: whether one is asked for at sign-in may be known where a passkey itself may not.
alter table account add passkeys smallint not null default 0 check (passkeys between 0 and 10);
grant select (passkeys) on account to cop_desk_member, cop_desk_office, cop_desk_admin, cop_desk_auditor;

-- The public half of a passkey. The private half never leaves the person's device or its keeper.
-- `number` is its place among the person's ten, so that no race makes an eleventh.
create table passkey (
  id uuid primary key,
  account_id uuid not null references account (id) on delete cascade,
  number smallint not null check (number between 1 and 10),
  name text not null check (name <> ''),
  credential_id bytea not null unique check (octet_length(credential_id) between 1 and 1023),
  public_key bytea not null check (octet_length(public_key) > 0),
  -- How often it has signed, as it says itself; one that goes back has been copied. Synced ones always say 0.
  sign_count bigint not null check (sign_count >= 0),
  -- By which ways a browser may reach it, with commas.
  transports text not null,
  synced boolean not null,
  created_at timestamptz not null,
  last_used_at timestamptz,
  unique (account_id, number)
);

create function passkey_is_counted() returns trigger language plpgsql set search_path = pg_catalog, public as $$
declare
  whose uuid := case tg_op when 'DELETE' then old.account_id else new.account_id end;
begin
  update account set passkeys = (select count(*) from passkey p where p.account_id = whose) where id = whose;
  return null;
end $$;
create trigger passkey_is_counted after insert or delete on passkey for each row execute function passkey_is_counted();

-- Whom an organisation's issuer knows under which subject. Made by the person who is signed in, never by an address.
create table issuer_binding (
  id uuid primary key,
  account_id uuid not null references account (id) on delete cascade,
  issuer text not null check (issuer <> ''),
  subject text not null check (subject <> ''),
  created_at timestamptz not null,
  last_used_at timestamptz,
  unique (issuer, subject),
  unique (account_id, issuer)
);

-- What one browser is in the middle of proving: the challenge of a passkey, or what goes to an issuer and must come
-- back. Taken once. The browser holds the token whose hash is the key.
create table pending_proof (
  browser_hash bytea primary key check (octet_length(browser_hash) = 32),
  purpose text not null
    check (purpose in ('passkey-sign-in', 'passkey-add', 'passkey-prove', 'issuer-sign-in', 'issuer-bind')),
  account_id uuid references account (id) on delete cascade,
  issuer text,
  secret bytea not null check (octet_length(secret) = 32),
  ends_at timestamptz not null,
  check ((account_id is null) = (purpose like '%-sign-in')),
  check ((issuer is not null) = (purpose like 'issuer-%'))
);
create index pending_proof_by_end on pending_proof (ends_at);

alter table account_session
  drop constraint account_session_first_factor_check,
  drop constraint account_session_second_factor_check,
  add constraint account_session_first_factor_check
    check (first_factor in ('password', 'link', 'invitation', 'passkey', 'issuer')),
  add constraint account_session_second_factor_check
    check (second_factor in ('totp', 'recovery', 'mail', 'passkey', 'issuer'));

-- As with every secret: read and changed at the door only.
call wall('passkey');
call wall_opens('passkey', 'cop_desk_entry');
call wall('issuer_binding');
call wall_opens('issuer_binding', 'cop_desk_entry');
call wall('pending_proof');
call wall_opens('pending_proof', 'cop_desk_entry');
