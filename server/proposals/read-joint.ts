import { jointWith } from '#db/queries/proposals.ts';
import { findRequest } from '#db/queries/requests.ts';
import type { Actor } from '#shared/actor.ts';
import type { RequestId } from '#shared/ids.ts';
import type { Bilingual } from '#shared/lang.ts';
import { refuse } from '#shared/problem.ts';
import type { Ctx } from '../context.ts';

/** With whom a request is a joint proposal: names, and nothing else of them. */
export function readJoint(ctx: Ctx, actor: Actor, id: RequestId): Promise<{ with: Bilingual[] }> {
  return ctx.database.read(actor, async (db) => {
    if (!(await findRequest(db, actor, id))) refuse('not-found', {});
    return { with: (await jointWith(db, id)).map(({ nameJa, nameEn }) => ({ ja: nameJa, en: nameEn })) };
  });
}
