-- Mail to send, written in the transaction that gives reason to send it. Recipient, rights and words are settled when it is sent.
create table outbox (
  id uuid primary key,
  account_id uuid not null references account (id),
  template text not null,
  params jsonb not null default '{}',
  request_id uuid references request (id) on delete cascade,
  member_id uuid,
  dedupe_key text unique,
  state text not null default 'ready' check (state in ('ready', 'sent', 'dead', 'dropped')),
  attempts int not null default 0,
  run_at timestamptz not null,
  lease_until timestamptz,
  last_error text,
  created_at timestamptz not null,
  sent_at timestamptz
);
create index outbox_due on outbox (run_at, id) where state = 'ready';
create index outbox_by_time on outbox (created_at desc, id desc);
