import { newId } from '#db/id.ts';
import { enqueueMail } from '#db/queries/enqueue-mail.ts';
import { nobody } from './database.ts';
import type { World } from './world.ts';

/** A sign-in link in the outbox, as asked for by somebody. */
export const linkMail = { template: 'account.sign-in-link', params: { path: '/sign-in/link', link: 'sign_in' } };

/** Mail in the outbox, due at once, in the state asked for. Answers its id. */
export async function addMail(
  world: World,
  to: string,
  mail: { template?: string; params?: Record<string, string>; memberId?: string } = {},
  now: Date = new Date(),
  more: { state?: string; attempts?: number } = {},
): Promise<string> {
  return world.database.write(nobody, async (tx) => {
    const dedupeKey = newId();
    await enqueueMail(tx, { ...linkMail, ...mail, to: [to], dedupeKey, at: now });
    const { id } = await tx
      .updateTable('outbox')
      .set({ dedupeKey: null, ...more })
      .where('dedupeKey', '=', `${dedupeKey}:${to}`)
      .returning('id')
      .executeTakeFirstOrThrow();
    return id;
  });
}

export function readMails(world: World) {
  return world.database.read(nobody, (db) => db.selectFrom('outbox').selectAll().orderBy('id').execute());
}
