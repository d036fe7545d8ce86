import type { Tx } from '#db/connect.ts';
import { enqueueMail } from '#db/queries/enqueue-mail.ts';
import { type Officer, officersOf } from '#db/queries/release-parties.ts';
import { LANGS, type Lang } from '#shared/lang.ts';
import { releaseMailParams } from '#shared/schedule/release-mail.ts';
import type { Ctx } from '../context.ts';
import { type ReleasePlan, titlesOf } from './plan-release.ts';

type Event = { slug: string; shortName: string };

/** What the mail of a planned release says to one municipality in a language. */
export function mailParamsFor(event: Event, plan: ReleasePlan, memberId: string, lang: Lang): Record<string, string> {
  const own = new Set(plan.concerned.get(memberId));
  const changed = plan.changed.filter(({ id }) => own.has(id));
  return releaseMailParams({ event, number: plan.number, changed, titles: titlesOf(plan) }, lang);
}

/** Those of the officers who read a language, by municipality. */
export function readersOf(officers: readonly Officer[], memberId: string): { lang: Lang; officers: Officer[] }[] {
  const own = officers.filter((one) => one.memberId === memberId);
  return LANGS.map((lang) => ({ lang, officers: own.filter((one) => one.lang === lang) })).filter(
    (readers) => readers.officers.length > 0,
  );
}

/** Tells everybody whom a release concerns about their own sessions, each in their language, once. */
export async function tellOfRelease(ctx: Ctx, tx: Tx, event: Event, plan: ReleasePlan, id: string): Promise<void> {
  const members = [...plan.concerned.keys()];
  const officers = await officersOf(tx, members);
  for (const memberId of members) {
    for (const { lang, officers: readers } of readersOf(officers, memberId)) {
      await enqueueMail(tx, {
        to: readers.map(({ accountId }) => accountId),
        template: 'schedule.released',
        params: mailParamsFor(event, plan, memberId, lang),
        memberId,
        dedupeKey: `release:${id}`,
        at: ctx.realNow(),
      });
    }
  }
}
