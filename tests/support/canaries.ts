import { sql } from 'kysely';
import type { Database, Tx } from '#db/connect.ts';
import { writeHistory } from '#db/queries/history.ts';
import type { Role } from '#shared/actor.ts';
import type { Belongings } from './builders/belongings.ts';
import type { TwoMembers } from './builders/two-members.ts';
import { nobody } from './database.ts';

/** Kinds of what people write, by who may read it. */
export const CLASSES = ['request', 'note', 'delegate', 'meeting', 'session', 'history', 'account', 'mailbox'] as const;
export type CanaryClass = (typeof CLASSES)[number];
export type Whose = 'ours' | 'theirs';

/** A text that stands nowhere else, so that wherever it turns up one knows where it came from. */
export function canary(what: CanaryClass, whose: Whose): string {
  return `canary-${what}-${whose}-7f3a`;
}

export function canariesIn(text: string): { what: CanaryClass; whose: Whose }[] {
  const found = [...text.matchAll(/canary-([a-z]+)-(ours|theirs)-7f3a/g)].map(([, what, whose]) => `${what} ${whose}`);
  return [...new Set(found)].map((one) => {
    const [what, whose] = one.split(' ');
    return { what: what as CanaryClass, whose: whose as Whose };
  });
}

/** Who may come across what belongs to their own municipality. */
const members: readonly Role[] = ['member_viewer', 'member_editor', 'member_manager'];
const desk: readonly Role[] = ['staff_triager', 'staff_coordinator', 'registrar'];

/** Who may ever be sent each kind: of their own municipality, and of all of them. */
export const AUDIENCE: Record<CanaryClass, { own: readonly Role[]; all: readonly Role[] }> = {
  request: { own: members, all: desk },
  note: { own: [], all: ['staff_triager', 'staff_coordinator'] },
  delegate: { own: members, all: desk },
  meeting: { own: members, all: desk },
  session: { own: members, all: [...desk, 'staff_admin'] },
  history: { own: members, all: [...desk, 'auditor'] },
  account: { own: members, all: [...desk, 'staff_admin', 'auditor'] },
  mailbox: { own: members, all: [...desk, 'staff_admin', 'auditor'] },
};

export function mayBeSent(role: Role, { what, whose }: { what: CanaryClass; whose: Whose }): boolean {
  return AUDIENCE[what].all.includes(role) || (whose === 'ours' && AUDIENCE[what].own.includes(role));
}

/** Writes a canary into every field that somebody types, of both municipalities. */
export async function plantCanaries(database: Database, { ours, theirs }: TwoMembers): Promise<void> {
  await database.write(nobody, async (tx) => {
    for (const [whose, one] of [
      ['ours', ours],
      ['theirs', theirs],
    ] as const) {
      const say = (what: CanaryClass) => canary(what, whose);
      const details = JSON.stringify({
        purpose: say('request'),
        note: say('request'),
        counterpartName: say('request'),
      });
      const member = one.member;
      for (const statement of [
        sql`update request set title_ja = ${say('request')}, title_en = ${say('request')}, next_step = ${say('request')},
          details = details || ${details}::jsonb where member_id = ${member}`,
        sql`update message set body = ${say('request')} where member_id = ${member}`,
        sql`update internal_note set body = ${say('note')} where request_id in (select id from request where member_id = ${member})`,
        sql`update delegate set family_name = ${say('delegate')}, title_ja = ${say('delegate')}, section = ${say('delegate')},
          email = ${`${say('delegate')}@people.example`} where member_id = ${member}`,
        sql`update delegation set purpose = ${say('delegate')} where member_id = ${member}`,
        sql`update meeting set counterpart_person = ${say('meeting')}, place_ja = ${say('meeting')}, language = ${say('meeting')}
          where member_id = ${member}`,
        sql`update programme_session set title_ja = ${say('session')}, abstract_ja = ${say('session')} where member_id = ${member}`,
        sql`update account set name = ${say('account')}, section = ${say('account')} where id = ${one.account}`,
        sql`update membership set section_mail = ${`${say('mailbox')}@people.example`} where organisation_id = ${member}`,
      ]) {
        await statement.execute(tx);
      }
      await plantHistory(tx, one, say('history'));
    }
  });
}

async function plantHistory(tx: Tx, one: Belongings, reason: string): Promise<void> {
  await writeHistory(tx, {
    at: new Date('2027-09-21T00:00:00Z'),
    actor: { accountId: null, role: 'worker' },
    ...{ subject: 'request', subjectId: one.request, action: 'withdraw', from: 'approved', to: 'withdrawn' },
    ...{ memberId: one.member, requestId: one.request, reason },
  });
}
