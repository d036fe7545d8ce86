import type { ProblemBody } from '#shared/problem.ts';
import type { RequestView } from '#shared/requests/contract.ts';
import { nobody } from '../database.ts';
import { type Client, ifMatch, type World } from '../world.ts';

type Told = Partial<RequestView & ProblemBody>;

/** How a test ends a request through the API, at the version it has just then, and what it looks at afterwards. */
export function endingsIn(world: World) {
  const requestNow = (id: string) =>
    world.database.read(nobody, (db) =>
      db
        .selectFrom('request')
        .select(['state', 'stage', 'version', 'turn'])
        .where('id', '=', id)
        .executeTakeFirstOrThrow(),
    );
  const step = async (client: Client, id: string, noun: string, body?: unknown) =>
    client.post<Told>(`/api/requests/${id}/${noun}`, body, ifMatch((await requestNow(id)).version));
  return {
    requestNow,
    withdraw: (client: Client, id: string) => step(client, id, 'withdrawal', { reason: '議会のため' }),
    decline: (client: Client, id: string) => step(client, id, 'refusal', { reason: '枠がなくなりました' }),
    complete: (client: Client, id: string) => step(client, id, 'completion'),
    /** What the record says of a request and of what fulfils it, without the steps that led there. */
    lately: async (id: string, count: number) => {
      const rows = await world.database.read(nobody, (db) =>
        db
          .selectFrom('history')
          .select(['subject', 'action', 'fromState', 'toState', 'reason'])
          .where('requestId', '=', id)
          .orderBy('id', 'desc')
          .limit(count)
          .execute(),
      );
      return rows.reverse().map((row) => [row.subject, row.action, row.fromState, row.toState, row.reason]);
    },
    /** Mails since then, as `template` and to whom. */
    mails: async () => {
      const rows = await world.database.read(nobody, (db) =>
        db.selectFrom('outbox').select(['template', 'accountId']).orderBy('id').execute(),
      );
      return rows.map((row) => [row.template, row.accountId] as const);
    },
  };
}
