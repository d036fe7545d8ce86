-- Whom a session of a release concerned when it was made: the municipality that asked for it, those that host it, those
-- that send a speaker. The public copy does not say it, and who leaves a session must be told too.
create table released_party (
  release_id uuid not null,
  session_id uuid not null,
  member_id uuid not null references membership (organisation_id),
  primary key (release_id, session_id, member_id),
  foreign key (release_id, session_id) references released_session (release_id, session_id)
);
create index released_session_by_session on released_session (session_id);

-- Releases made before: as far as it can still be known.
insert into released_party (release_id, session_id, member_id)
select distinct rs.release_id, rs.session_id, m.organisation_id
from released_session rs
join membership m on m.organisation_id in (
  select p.member_id from programme_session p where p.id = rs.session_id
  union select (h->>'id')::uuid from jsonb_array_elements(rs.content->'hosts') h
  union select d.member_id from session_speaker s join delegate d on d.id = s.delegate_id
    where s.session_id = rs.session_id);

create trigger released_party_no_change before update or delete on released_party for each row
  execute function releases_do_not_change();

-- The administrator may release, so it must see what a release copies: the names and titles of the delegates who speak in
-- a session, and of no others. Without them a release would lose its speakers' names. (The list of mails reads addresses.)
revoke select on delegate from cop_desk_admin;
grant select (id, member_id, event_id, family_name, given_name, family_latin, given_latin, title_ja, title_en, email,
  removed_at) on delegate to cop_desk_admin;
create policy admin_sees_speakers on delegate for select to cop_desk_admin
  using (exists (select from session_speaker s where s.delegate_id = delegate.id));

-- A session as it would be released, sent to a municipality that has a part in it, and what it says of that. An answer
-- is about the content it was given for: the hash is its, and of a session changed since nothing is approved.
create table session_proof (
  session_id uuid not null,
  member_id uuid not null references membership (organisation_id),
  event_id uuid not null references event (id),
  content jsonb not null,
  content_hash bytea not null check (length(content_hash) = 32),
  answer_by timestamptz not null,
  sent_at timestamptz not null,
  sent_by uuid not null references account (id),
  reminded_at timestamptz,
  answer text check (answer in ('fine', 'correct')),
  comment text not null default '',
  answered_at timestamptz,
  answered_by uuid references account (id),
  version int not null default 1,
  primary key (session_id, member_id),
  foreign key (event_id, session_id) references programme_session (event_id, id) on delete cascade,
  check ((answer is null) = (answered_at is null) and (answer is null) = (answered_by is null)),
  -- Whoever wants something else says what.
  check (answer <> 'correct' or comment <> '')
);
create index session_proof_by_event on session_proof (event_id, member_id);

call wall('released_party');
do $$
declare
  reader text;
begin
  foreach reader in array array['cop_desk_office', 'cop_desk_admin'] loop
    execute format('create policy %I on released_party to %I using (true) with check (true)', reader || '_all', reader);
    execute format('grant select, insert on released_party to %I', reader);
  end loop;
end $$;

call wall('session_proof');
call wall_opens_to_own_member('session_proof');
-- A municipality answers; what it is asked is the office's to say.
revoke insert, update, delete on session_proof from cop_desk_member;
grant update (answer, comment, answered_at, answered_by, version) on session_proof to cop_desk_member;
call wall_opens('session_proof', 'cop_desk_office');
create policy admin_reads on session_proof for select to cop_desk_admin using (true);
grant select on session_proof to cop_desk_admin;
