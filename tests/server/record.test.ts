import { sql } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import { withPrivileges } from '#db/privileged.ts';
import { anEvent, aRequest, aSentRequest, aWholeDraft } from '#tests/support/builders/requests.ts';
import { nobody } from '#tests/support/database.ts';
import { type Client, ifMatch, useWorld } from '#tests/support/world.ts';

const world = useWorld();
let eventId = '';
const people = {} as { member: Client; triager: Client };
beforeEach(async () => {
  eventId = await anEvent(world.database);
  people.member = await world.as({ role: 'member_editor' });
  people.triager = await world.as({ role: 'staff_triager' });
});

const rowsOf = async (call: string | null) =>
  world.database.read(nobody, (db) =>
    db.selectFrom('history').select(['action', 'actorId']).where('callId', '=', call).orderBy('id').execute(),
  );
const bodies = (action: string) => ({ body: action });

test('what one call changed carries the number that its answer carries', async () => {
  const memberId = people.member.actor.memberId ?? '';
  const inTriage = () => aRequest(world.database, { eventId, memberId, state: 'in_triage' });
  const ids = [await inTriage(), await inTriage()];
  const act = { items: ids.map((id) => ({ id, version: 1 })), act: { do: 'approve' } };
  const answer = await people.triager.post('/api/requests/bulk', act);
  const actorId = people.triager.actor.accountId;
  expect(await rowsOf(answer.headers.get('x-request-id'))).toEqual([
    { action: 'approve', actorId },
    { action: 'approve', actorId },
  ]);
  const read = await people.triager.get('/api/requests');
  expect(await rowsOf(read.headers.get('x-request-id'))).toEqual([]);
});

test('what cannot be recorded does not happen', async () => {
  const draft = await aWholeDraft(people.member);
  const sent = await aSentRequest(people.member);
  const everything = async () => {
    const { rows } = await withPrivileges(world.database, (db) =>
      sql<{ all: string }>`select (select json_agg(r order by r.id) from request r)::text
        || coalesce((select json_agg(m order by m.id) from message m)::text, '')
        || coalesce((select json_agg(n order by n.id) from internal_note n)::text, '')
        || (select json_agg(a order by a.id) from account a)::text
        || (select json_agg(e order by e.id) from event e)::text
        || (select json_agg(s order by s.id) from account_session s)::text
        || (select count(*) from outbox)::text as all`.execute(db),
    );
    return rows[0]?.all;
  };
  const admin = await world.as({ role: 'staff_admin' });
  const before = await everything();
  const script = (text: string) => withPrivileges(world.database, (_, line) => line.script(text));
  await script(`create function no_room() returns trigger language plpgsql as $$
    begin raise exception 'no room' using errcode = '53100'; end $$;
    create trigger no_room before insert on history for each row execute function no_room()`);
  try {
    const statuses = [
      await people.member.post(`/api/requests/${draft.id}/submission`, undefined, ifMatch(draft.version)),
      await people.member.del(`/api/requests/${draft.id}`, ifMatch(draft.version)),
      await people.member.post(`/api/requests/${sent.id}/messages`, bodies('一言')),
      await people.member.post(`/api/requests/${sent.id}/withdrawal`, { reason: '' }, ifMatch(sent.version)),
      await people.triager.post(`/api/requests/${sent.id}/triage`, undefined, ifMatch(sent.version)),
      await people.triager.post(`/api/requests/${sent.id}/notes`, bodies('メモ')),
      await people.member.post('/api/requests', { event: 'cop32', kind: 'pass' }),
      await people.member.post('/api/auth/sign-out'),
      await admin.post('/api/accounts', {
        ...{ email: 'new@people.example', name: '', role: 'auditor', memberId: null },
      }),
    ].map(({ status }) => status);
    expect(statuses.filter((status) => status < 500)).toEqual([]);
  } finally {
    await script('drop trigger no_room on history; drop function no_room()');
  }
  expect(await everything()).toBe(before);
});
