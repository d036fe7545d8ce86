import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Link, SealedText } from '#db/queries/history-seal.ts';
import { BEGINNING, FORM, faultOf, linkHash, type Place } from '#server/accounts/history-chain.ts';

const LINKS = 20_000;
const TAMPERINGS = 1_000;

const rowOf = (n: number): SealedText => ({
  id: randomUUID(),
  at: new Date(Date.UTC(2027, 0, 1) + n * 1000).toISOString(),
  actorId: randomUUID(),
  actorRole: 'staff_coordinator',
  principalKind: null,
  principalId: null,
  memberId: randomUUID(),
  eventId: randomUUID(),
  requestId: randomUUID(),
  callId: randomUUID(),
  subject: 'request',
  subjectId: randomUUID(),
  action: 'approve',
  fromState: 'in_triage',
  toState: 'approved',
  reason: n % 3 === 0 ? `理由${n}` : null,
  details: `{"n": ${n}}`,
});

function chainOf(count: number): Link[] {
  let here: Place = BEGINNING;
  return Array.from({ length: count }, (_, n) => {
    const row = rowOf(n);
    here = { seq: here.seq + 1, hash: linkHash(here.hash, here.seq + 1, row) };
    return { ...here, historyId: row.id, form: FORM, row };
  });
}

/** The first link that does not hold, from `from` on; null when all do. */
function firstBroken(links: readonly Link[], from: number): number | null {
  let here: Place = from === 0 ? BEGINNING : (links[from - 1] as Link);
  for (const link of links.slice(from)) {
    if (faultOf(here, link)) return here.seq + 1;
    here = link;
  }
  return null;
}

/** The same numbers each time the test runs. */
function dice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return Math.floor((state / 0x80000000) * below);
  };
}

const fields = Object.keys(rowOf(0)) as (keyof SealedText)[];
type Tampering = (links: Link[], at: number, roll: (below: number) => number) => void;
const rowAt = (links: Link[], at: number) => (links[at] as Link).row as SealedText;
const TAMPER: Record<string, Tampering> = {
  edit(links, at, roll) {
    const field = fields[roll(fields.length)] ?? 'reason';
    const row = rowAt(links, at);
    const value = row[field] ?? '';
    const place = roll(value.length + 1);
    links[at] = { ...(links[at] as Link), row: { ...row, [field]: `${value.slice(0, place)}x${value.slice(place)}` } };
  },
  'empty a field'(links, at) {
    links[at] = { ...(links[at] as Link), row: { ...rowAt(links, at), memberId: null } };
  },
  'move a value into the next field'(links, at) {
    const row = rowAt(links, at);
    links[at] = { ...(links[at] as Link), row: { ...row, fromState: row.toState, toState: row.fromState } };
  },
  'delete a row'(links, at) {
    links[at] = { ...(links[at] as Link), row: null };
  },
  'delete a link'(links, at) {
    links.splice(at, 1);
  },
  'delete and close up'(links, at) {
    links.splice(at, 1);
    for (let later = at; later < links.length; later += 1) links[later] = { ...(links[later] as Link), seq: later + 1 };
  },
  'swap two rows'(links, at, roll) {
    const other = (at + 1 + roll(LINKS - 1)) % LINKS;
    const [one, two] = [links[at] as Link, links[other] as Link];
    links[at] = { ...one, row: two.row, historyId: two.historyId };
    links[other] = { ...two, row: one.row, historyId: one.historyId };
  },
  'insert a link'(links, at) {
    const before: Place = at === 0 ? BEGINNING : (links[at - 1] as Link);
    const row = rowOf(at);
    const forged = { seq: at + 1, hash: linkHash(before.hash, at + 1, row), historyId: row.id, form: FORM, row };
    links.splice(at, 0, forged);
    for (let later = at + 1; later < links.length; later += 1)
      links[later] = { ...(links[later] as Link), seq: later + 1 };
  },
};

test('a thousand tamperings of twenty thousand rows are all found, each where it is', { timeout: 120_000 }, () => {
  const links = chainOf(LINKS);
  expect(firstBroken(links, 0)).toBe(null);
  const roll = dice(20_271_108);
  const kinds = Object.entries(TAMPER);
  const missed: string[] = [];
  for (let n = 0; n < TAMPERINGS; n += 1) {
    const [name, tamper] = kinds[n % kinds.length] as [string, Tampering];
    const at = roll(LINKS - 1);
    const tampered = [...links];
    tamper(tampered, at, roll);
    // A swap breaks the earlier of the two; an inserted link holds itself and breaks the one it pushed away.
    const broken = firstBroken(tampered, 0 < at ? Math.min(at, firstDifference(links, tampered)) : 0);
    const where = name === 'insert a link' ? at + 2 : firstDifference(links, tampered) + 1;
    if (broken !== where) missed.push(`${name} at ${at}: ${broken}`);
  }
  expect(missed).toEqual([]);
});

function firstDifference(one: readonly Link[], two: readonly Link[]): number {
  return one.findIndex((link, at) => link !== two[at]);
}
