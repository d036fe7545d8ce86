import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { type Verdict, verifyHistory } from '#server/accounts/verify-history.ts';
import { verdictText } from '#server/commands/verdict-texts.ts';
import { addHistory, behindTheTriggers, sealAll } from '#tests/support/builders/history.ts';
import { nobody, useDatabase } from '#tests/support/database.ts';

const held = useDatabase();
const verify = (noted?: { seq: number; hash: string }) => verifyHistory(held.database, noted);
const tamper = (script: string) => behindTheTriggers(held.database, script);
const faultOf = ({ broken }: Verdict) => [broken?.fault, broken?.seq];
const rowOf = (seq: number) => `(select history_id from history_seal where seq = ${seq})`;
const forged = (at: string) => `insert into history (id, at, actor_role, subject, subject_id, action)
  values (gen_random_uuid(), ${at}, 'staff_admin', 'request', gen_random_uuid(), 'approve')`;

test('an empty record holds, and so does a whole one', async () => {
  expect(await verify()).toEqual({ links: 0, head: null, waiting: 0, broken: null });
  await addHistory(held.database, 30);
  expect(await verify()).toMatchObject({ links: 0, waiting: 30, broken: null });
  await sealAll(held.database);
  const verdict = await verify();
  expect(verdict).toMatchObject({ links: 30, waiting: 0, broken: null, head: { seq: 30 } });
  expect(verdictText(verdict)).toContain(`30:${verdict.head?.hash}`);
  expect(await verify(verdict.head ?? undefined)).toEqual(verdict);
});

test.each([
  ['a reason changed', `update history set reason = 'x' where id = ${rowOf(12)}`, 'row-differs', 12],
  ['a time moved', `update history set at = at + interval '1 microsecond' where id = ${rowOf(3)}`, 'row-differs', 3],
  ['another actor', `update history set actor_id = gen_random_uuid() where id = ${rowOf(1)}`, 'row-differs', 1],
  ['a detail', `update history set details = details || '{"a":1}' where id = ${rowOf(30)}`, 'row-differs', 30],
  ['a row removed', `delete from history where id = ${rowOf(17)}`, 'row-missing', 17],
  ['a link removed', 'delete from history_seal where seq = 9', 'link-missing', 9],
  [
    'a row removed and the rest moved up',
    `delete from history where id = ${rowOf(9)}; delete from history_seal where seq = 9;
     update history_seal set seq = -seq where seq > 9`.replace('-seq', 'seq - 1'),
    'row-differs',
    9,
  ],
  ['the end cut off', 'delete from history_seal where seq > 28', 'end-missing', 29],
  ['a row slipped in', forged("timestamptz '2027-01-01T00:00:05Z' - interval '1 hour'"), 'slipped-in', null],
])('%s is found', async (_, script, fault, seq) => {
  await addHistory(held.database, 30);
  await sealAll(held.database);
  await tamper(script);
  const verdict = await verify();
  expect(faultOf(verdict)).toEqual([fault, seq]);
  expect(verdictText(verdict)).toContain('before it');
});

test('a chain made anew as a whole is found by a head that was noted outside', async () => {
  await addHistory(held.database, 30);
  await sealAll(held.database);
  const { head } = await verify();
  if (!head) throw new Error('there is a head');
  await tamper(
    `update history set reason = 'x' where id = ${rowOf(12)}; delete from history_seal; delete from history_sealer`,
  );
  await sealAll(held.database);
  expect(faultOf(await verify())).toEqual([undefined, undefined]);
  expect(faultOf(await verify(head))).toEqual(['head-differs', 30]);
  await tamper('delete from history_seal where seq > 20; delete from history_sealer');
  expect(faultOf(await verify(head))).toEqual(['end-missing', 21]);
});

test('twenty thousand rows are sealed and verified in seconds', { timeout: 60_000 }, async () => {
  await addHistory(held.database, 20_000);
  const began = performance.now();
  await sealAll(held.database);
  const sealed = performance.now();
  expect(await verify()).toMatchObject({ links: 20_000, broken: null });
  const verified = performance.now();
  console.log(`sealed in ${Math.round(sealed - began)} ms, verified in ${Math.round(verified - sealed)} ms`);
  expect(verified - began).toBeLessThan(30_000);
  const { rows } = await held.database.read(nobody, (db) =>
    sql<{ n: number }>`select count(*)::int as n from history_seal`.execute(db),
  );
  expect(rows).toEqual([{ n: 20_000 }]);
});
