import { sql } from 'kysely';
import type { Database } from '#db/connect.ts';
import { withPrivileges } from '#db/privileged.ts';
import type { OperationKey } from '#shared/operation.ts';
import { operations } from '#shared/operations.ts';

/** Operations that change something and write no history, each with its reason. */
export const UNRECORDED: Partial<Record<OperationKey, string>> = {
  'POST /api/auth/sign-in/link': 'answers the same for every address, and changes nothing but the outbox',
  'POST /api/auth/sign-out': 'where nobody is signed in any more, nothing changes',
  'POST /api/auth/sign-in/passkey/challenge': 'a question to a browser; nothing of anybody’s changes',
  'POST /api/auth/passkey-proof/challenge': 'a question to a browser; nothing of anybody’s changes',
  'POST /api/auth/passkeys/challenge': 'a question to a browser; what is made of it is recorded',
  'POST /api/auth/issuers/:issuer/sign-in': 'an address at an issuer; nothing of anybody’s changes',
  'POST /api/auth/issuers/:issuer/binding': 'an address at an issuer; what comes back is recorded',
  'POST /api/identity/page': 'only reads; the token of the link is in the body so that no address holds it',
  'POST /api/events/:event/outside-readings': 'only reads; a timetable is too long for an address',
  'PUT /api/auth/language': 'concerns the person alone, and is chosen at every visit',
  'PUT /api/requests/:id/answers': 'a draft is saved with every few keystrokes; once sent, each edit is recorded',
  'PUT /api/events/:event/delegations/:member': 'opening what is open changes nothing',
  'PUT /api/requests/:id/presence': 'says what has been read, several times a minute',
  'PUT /api/events/:event/favourites': 'stars are one person’s own, and follow each press of a device',
  'PUT /api/events/:event/schedule/presence': 'says who has the programme open, several times a minute',
  'POST /api/saved-views': 'a view of the queue is one person’s own',
  'DELETE /api/saved-views/:id': 'a view of the queue is one person’s own',
};

const templates = Object.keys(operations).map((key) => {
  const [method = '', path = ''] = key.split(' ');
  return { key: key as OperationKey, method, pattern: new RegExp(`^${path.replaceAll(/:\w+/g, '[^/]+')}$`), path };
});

/** The operation behind an address; those without a parameter come first, as they do in the router. */
function operationAt(method: string, path: string): OperationKey | undefined {
  const [address = ''] = path.split('?');
  const found = templates.filter((one) => one.method === method && one.pattern.test(address));
  return (found.find((one) => !one.path.includes(':')) ?? found[0])?.key;
}

/**
 * Looks, after a call that changed something, whether the record of changes can answer for it: a row that carries the
 * call's id. Every test of the API passes through here, so that no operation can forget.
 */
export async function expectRecorded(database: Database, method: string, path: string, answer: Response, body: string) {
  if (method === 'GET' || !answer.ok || answer.headers.get('idempotent-replayed')) return;
  const key = operationAt(method, path);
  if (!key || key in UNRECORDED || /"done":\[\]/.test(body)) return;
  const call = answer.headers.get('x-request-id');
  const { rows } = await withPrivileges(database, (db) =>
    sql`select 1 from history where call_id = ${call}::uuid limit 1`.execute(db),
  );
  if (rows.length === 0) throw new Error(`${key} changed something and left nothing in the record of changes.`);
}
