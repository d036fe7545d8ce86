-- A call invites proposals for one room's programme, or for the whole event's, from an instant until another.
create table call (
  id uuid primary key,
  event_id uuid not null references event (id),
  -- Null when it is for the programme of the whole event.
  room_id uuid,
  title_ja text not null check (title_ja <> ''),
  title_en text not null check (title_en <> ''),
  guidance_ja text not null default '',
  guidance_en text not null default '',
  opens_at timestamptz not null,
  closes_at timestamptz not null check (opens_at < closes_at),
  -- How many proposals one municipality may send; null for as many as it likes.
  most_per_member int check (most_per_member between 1 and 20),
  -- Whether a municipality's manager must sign a proposal off before it counts.
  needs_sign_off boolean not null default false,
  -- Whether a colleague's scores stay hidden from whoever has not given their own.
  scores_hidden boolean not null default true,
  copied_from uuid references call (id),
  created_at timestamptz not null,
  version int not null default 1,
  unique (event_id, id),
  foreign key (event_id, room_id) references room (event_id, id),
  -- At any moment one call at most stands open for a room, and one for the event as a whole.
  constraint call_one_at_a_time exclude using gist
    (event_id with =, (coalesce(room_id, event_id)) with =, tstzrange(opens_at, closes_at) with &&)
);
create index call_by_event on call (event_id, closes_at, id);

create table call_question (
  id uuid primary key,
  call_id uuid not null references call (id) on delete cascade,
  position int not null check (position between 0 and 19),
  kind text not null check (kind in ('short', 'long', 'choice', 'yes_no')),
  required boolean not null,
  label_ja text not null check (label_ja <> ''),
  label_en text not null check (label_en <> ''),
  -- For a choice: what can be chosen, each as {"ja", "en"}; an answer names one by its place.
  options jsonb not null default '[]' check (jsonb_typeof(options) = 'array'),
  unique (call_id, position) deferrable initially deferred,
  check ((kind = 'choice') = (jsonb_array_length(options) >= 2)),
  check (kind = 'choice' or jsonb_array_length(options) = 0)
);

create table call_criterion (
  id uuid primary key,
  call_id uuid not null references call (id) on delete cascade,
  position int not null check (position between 0 and 9),
  weight int not null check (weight between 1 and 10),
  name_ja text not null check (name_ja <> ''),
  name_en text not null check (name_en <> ''),
  note_ja text not null default '',
  note_en text not null default '',
  unique (call_id, id),
  unique (call_id, position) deferrable initially deferred
);

-- Leave for one municipality to send after the closing, with the reason.
create table call_exception (
  call_id uuid not null references call (id) on delete cascade,
  member_id uuid not null references membership (organisation_id),
  until timestamptz not null,
  reason text not null check (reason <> ''),
  given_by uuid not null references account (id),
  given_at timestamptz not null,
  primary key (call_id, member_id)
);

-- Which call a request answers, once it has been sent, and as which of its municipality's proposals.
alter table request
  add column call_id uuid,
  add column call_place int check (call_place > 0),
  add foreign key (event_id, call_id) references call (event_id, id),
  add check ((call_id is null) = (call_place is null)),
  add check (call_id is null or (kind = 'speaking' and state <> 'draft'));
create unique index request_call_place on request (call_id, member_id, call_place)
  where call_id is not null and state <> 'withdrawn';

-- Never more proposals of a municipality than its call allows. A limit made smaller later leaves the past alone.
create function request_within_call() returns trigger language plpgsql set search_path = public as $$
begin
  if exists (select from call where id = new.call_id and most_per_member < new.call_place) then
    raise exception 'more proposals than the call allows' using errcode = '23514', constraint = 'request_within_call';
  end if;
  return new;
end $$;
create trigger request_within_call before update of call_id, call_place on request
  for each row when (new.call_id is not null) execute function request_within_call();

-- What members have answered, and what they were told they would be judged by, stays what it was: only words are mended.
create function call_parts_stay() returns trigger language plpgsql set search_path = public as $$
begin
  if exists (select from request where call_id = old.call_id) then
    if tg_op = 'DELETE' or to_jsonb(new) - array['label_ja', 'label_en', 'name_ja', 'name_en', 'note_ja', 'note_en', 'options']
        <> to_jsonb(old) - array['label_ja', 'label_en', 'name_ja', 'name_en', 'note_ja', 'note_en', 'options']
      or jsonb_array_length(coalesce(to_jsonb(new) -> 'options', '[]')) <> jsonb_array_length(coalesce(to_jsonb(old) -> 'options', '[]')) then
      raise exception 'the call has proposals' using errcode = '23514', constraint = 'call_parts_stay';
    end if;
  end if;
  return coalesce(new, old);
end $$;
create trigger call_parts_stay before update or delete on call_question for each row execute function call_parts_stay();
create trigger call_parts_stay before update or delete on call_criterion for each row execute function call_parts_stay();

-- A session to try out before anything is decided: it holds a room in the draft, is never released and tells nobody.
alter table programme_session add column trial boolean not null default false;
create function trial_only_ends() returns trigger language plpgsql as $$
begin
  raise exception 'a session does not become a trial again' using errcode = '23514', constraint = 'trial_only_ends';
end $$;
create trigger trial_only_ends before update of trial on programme_session
  for each row when (new.trial and not old.trial) execute function trial_only_ends();
create function trial_stays_inside() returns trigger language plpgsql set search_path = public as $$
begin
  if exists (select from programme_session where id = new.session_id and trial) then
    raise exception 'a trial is not released' using errcode = '23514', constraint = 'trial_stays_inside';
  end if;
  return new;
end $$;
create trigger trial_stays_inside before insert on released_session for each row execute function trial_stays_inside();

-- How the office looks at what was proposed: nothing of it is there for members. A partner without a municipality has
-- its proposal here alone; a municipality's is its request.
create table proposal (
  id uuid primary key,
  event_id uuid not null,
  call_id uuid not null,
  request_id uuid unique,
  member_id uuid,
  partner_id uuid references organisation (id),
  -- What a partner proposes; a municipality's words are its request's.
  details jsonb not null default '{}',
  submitted_at timestamptz not null,
  -- For a joint proposal: the one that leads. The others are judged and placed with it.
  lead_id uuid,
  session_id uuid,
  -- Decided, and told when `told_at` is set.
  decision text check (decision in ('accept', 'decline', 'waitlist')),
  reason text not null default '',
  decided_by uuid references account (id),
  decided_at timestamptz,
  told_at timestamptz,
  withdrawn_at timestamptz,
  version int not null default 1,
  unique (call_id, id),
  foreign key (event_id, call_id) references call (event_id, id),
  foreign key (member_id, request_id) references request (member_id, id),
  foreign key (call_id, lead_id) references proposal (call_id, id) deferrable initially deferred,
  foreign key (event_id, session_id) references programme_session (event_id, id),
  check (num_nonnulls(request_id, partner_id) = 1),
  check ((request_id is null) = (member_id is null)),
  check (lead_id <> id),
  check (lead_id is null or (decision is null and session_id is null)),
  check ((decision is null) = (decided_at is null) and (decision is null) = (decided_by is null)),
  check (told_at is null or decision is not null),
  check (decision <> 'decline' or reason <> ''),
  check (withdrawn_at is null or (lead_id is null and decision is null))
);
create index proposal_by_call on proposal (call_id, submitted_at, id) where lead_id is null and withdrawn_at is null;
create index proposal_by_lead on proposal (lead_id) where lead_id is not null;
create unique index proposal_of_session on proposal (session_id) where session_id is not null;

-- A joint proposal has one level: whoever leads follows nobody.
create function proposal_one_level() returns trigger language plpgsql set search_path = public as $$
begin
  if exists (select from proposal where id = new.lead_id and (lead_id is not null or withdrawn_at is not null))
    or exists (select from proposal where lead_id = new.id) then
    raise exception 'a joint proposal has one lead' using errcode = '23514', constraint = 'proposal_one_level';
  end if;
  return new;
end $$;
create trigger proposal_one_level before update of lead_id on proposal
  for each row when (new.lead_id is not null) execute function proposal_one_level();

create table proposal_review (
  call_id uuid not null,
  proposal_id uuid not null,
  account_id uuid not null references account (id),
  comment text not null default '',
  at timestamptz not null,
  primary key (proposal_id, account_id),
  unique (call_id, proposal_id, account_id),
  foreign key (call_id, proposal_id) references proposal (call_id, id) on delete cascade
);
create table proposal_score (
  call_id uuid not null,
  proposal_id uuid not null,
  account_id uuid not null,
  criterion_id uuid not null,
  points int not null check (points between 0 and 5),
  primary key (proposal_id, account_id, criterion_id),
  foreign key (call_id, proposal_id, account_id) references proposal_review (call_id, proposal_id, account_id) on delete cascade,
  foreign key (call_id, criterion_id) references call_criterion (call_id, id)
);

-- Withdrawn: a joint proposal falls apart, and a trial of it ends. With the rights of the owner, because the
-- municipality that withdraws sees neither.
create function proposal_follows_request() returns trigger language plpgsql security definer
  set search_path = pg_catalog, public as $$
declare
  ended uuid;
begin
  update proposal set lead_id = null, version = version + 1
    where lead_id = (select p.id from proposal p where p.request_id = new.id);
  for ended in update programme_session set state = 'cancelled', version = version + 1
    where request_id = new.id and trial and state = 'planned' returning id loop
    delete from room_hold where session_id = ended;
    insert into history (id, at, actor_id, actor_role, event_id, subject, subject_id, action, from_state, to_state)
      values (gen_random_uuid(), new.updated_at, app_actor(), app_role(), new.event_id, 'programme_session', ended,
        'cancel', 'planned', 'cancelled');
  end loop;
  delete from session_host where organisation_id = new.member_id and session_id =
    (select lead.session_id from proposal mine join proposal lead on lead.id = mine.lead_id where mine.request_id = new.id);
  update proposal set lead_id = null, decision = null, reason = '', decided_by = null, decided_at = null,
    told_at = null, session_id = null, withdrawn_at = new.updated_at, version = version + 1 where request_id = new.id;
  return null;
end $$;
revoke execute on function proposal_follows_request() from public;
create trigger proposal_follows_request after update of state on request
  for each row when (new.state = 'withdrawn' and new.call_id is not null) execute function proposal_follows_request();

-- Who else is in a joint proposal, and its session: for the municipality whose request it is, by name alone. With the
-- rights of the owner, because members see no proposal.
create function app_joint(request uuid) returns table (organisation_id uuid, session_id uuid)
  language sql stable security definer set search_path = pg_catalog, public
  as $$ select coalesce(other.member_id, other.partner_id), coalesce((select s.id from programme_session s
      where s.request_id = lead.request_id and s.state = 'planned'), lead.session_id)
    from proposal mine join proposal lead on lead.id = coalesce(mine.lead_id, mine.id)
    join proposal other on (other.id = lead.id or other.lead_id = lead.id) and other.id <> mine.id
    where mine.request_id = request and (app_role() not like 'member%' or mine.member_id = app_member()) $$;
revoke execute on function app_joint(uuid) from public;
grant execute on function app_joint(uuid) to cop_desk_member, cop_desk_office, cop_desk_worker;

-- Calls are for everybody who is in; the office keeps them.
do $$
declare
  shared text;
begin
  foreach shared in array array['call', 'call_question', 'call_criterion'] loop
    execute format('grant select, insert, update, delete on %I to cop_desk_worker, cop_desk_office, cop_desk_admin', shared);
    execute format('grant select on %I to cop_desk_member', shared);
  end loop;
end $$;
call wall('call_exception');
call wall_opens('call_exception', 'cop_desk_office');
create policy member_own on call_exception for select to cop_desk_member using (member_id = (select app_member()));
grant select (call_id, member_id, until) on call_exception to cop_desk_member;

call wall('proposal');
call wall_opens('proposal', 'cop_desk_office');
-- Sending a request to a call adds its proposal; the municipality that sends it reads none.
create policy member_adds on proposal for insert to cop_desk_member
  with check (member_id = (select app_member()) and decision is null and lead_id is null and session_id is null);
grant insert (id, event_id, call_id, request_id, member_id, submitted_at) on proposal to cop_desk_member;
call wall('proposal_review');
call wall_opens('proposal_review', 'cop_desk_office');
call wall('proposal_score');
call wall_opens('proposal_score', 'cop_desk_office');

-- A trial is not there for members: neither its own municipality's nor that of a speaker in it.
drop policy member_own on programme_session;
create policy member_own on programme_session to cop_desk_member
  using (member_id = (select app_member()) and not trial) with check (member_id = (select app_member()) and not trial);
create or replace function app_takes_part(session uuid) returns boolean language sql stable security definer
  set search_path = pg_catalog, public
  as $$ select not (select p.trial from programme_session p where p.id = session)
    and (exists (select from session_host h where h.session_id = session and h.organisation_id = app_member())
      or exists (select from session_speaker s join delegate d on d.id = s.delegate_id
        where s.session_id = session and d.member_id = app_member())
      or exists (select from session_standby b join delegate d on d.id = b.delegate_id
        where b.session_id = session and d.member_id = app_member())) $$;
drop policy member_stands_by on session_standby;
create policy member_stands_by on session_standby for select to cop_desk_member
  using (app_takes_part(session_id)
    and exists (select from delegate d where d.id = delegate_id and d.member_id = (select app_member())));
-- A trial is of one proposal, never a block.
alter table programme_session add constraint trial_is_no_block check (kind = 'session' or not trial);
