import { roomsOfEvent } from '#db/queries/draft-schedule.ts';
import { enqueueMail } from '#db/queries/enqueue-mail.ts';
import { writeHistory } from '#db/queries/history.ts';
import {
  insertRelease,
  lastStamps,
  lockEventForRelease,
  recipientsOfSessions,
  releasesOf,
} from '#db/queries/releases.ts';
import { sessionsOfEvent } from '#db/queries/sessions.ts';
import type { Actor } from '#shared/actor.ts';
import type { Bilingual } from '#shared/lang.ts';
import { refuse } from '#shared/problem.ts';
import type { ReleaseView } from '#shared/schedule/contract.ts';
import { stamped } from '#shared/schedule/release-stamps.ts';
import type { Ctx } from '../context.ts';
import { presentRelease } from './present.ts';
import { releaseOf } from './read-draft.ts';

/** Publishes the draft as it stands: a numbered copy of its public fields, which never changes afterwards. */
export function releaseSchedule(
  ctx: Ctx,
  actor: Actor,
  slug: string,
  { comment }: { comment: Bilingual },
): Promise<ReleaseView> {
  return ctx.database.write(actor, async (tx) => {
    const event = (await lockEventForRelease(tx, slug)) ?? refuse('not-found', {});
    const rows = await sessionsOfEvent(tx, event.id);
    const { sessions, changed } = await releaseOf(tx, event.id, rows, await roomsOfEvent(tx, event.id));
    if (changed.length === 0) refuse('nothing-to-release', {});

    const touched = new Set<string>(changed.map(({ id }) => id));
    const release = await insertRelease(
      tx,
      {
        ...{ eventId: event.id, commentJa: comment.ja, commentEn: comment.en },
        ...{ releasedAt: ctx.now(), releasedBy: actor.accountId },
      },
      stamped(sessions, touched, await lastStamps(tx, event.id), ctx.now()),
    );
    await writeHistory(tx, {
      ...{ at: ctx.now(), actor, subject: 'release', subjectId: release.id, action: 'release', eventId: event.id },
      details: { number: release.number, sessions: sessions.length, changed: changed.length },
    });
    await enqueueMail(tx, {
      to: await recipientsOfSessions(tx, [...touched]),
      template: 'schedule.released',
      params: { event: event.shortName, path: `/schedule/${event.slug}` },
      dedupeKey: `release:${release.id}`,
      at: ctx.realNow(),
    });
    const [view] = await releasesOf(tx, event.id, 1);
    return presentRelease(view ?? refuse('not-found', {}));
  });
}
