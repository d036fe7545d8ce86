import { timeZoneOfEvent } from '#db/queries/draft-schedule.ts';
import { eventForBoard } from '#db/queries/pass-board.ts';
import { proofsOfEvent } from '#db/queries/proofs.ts';
import { namesOf, officersOf } from '#db/queries/release-parties.ts';
import type { Actor } from '#shared/actor.ts';
import type { OrganisationId } from '#shared/ids.ts';
import { MAILS } from '#shared/mails.ts';
import { mailText } from '#shared/notifications/mail.ts';
import { refuse } from '#shared/problem.ts';
import type { PublicSession } from '#shared/schedule/contract.ts';
import type { ChangeAhead, ReleasePreview } from '#shared/schedule/preview-contract.ts';
import { proofState } from '#shared/schedule/proof-state.ts';
import type { Ctx } from '../context.ts';
import { planRelease, type ReleasePlan } from './plan-release.ts';
import { askedOf, hashOf } from './proof-hash.ts';
import { mailParamsFor, readersOf } from './tell-of-release.ts';

/** What a release made now would change, whom it would tell, and in which words. */
export function previewRelease(ctx: Ctx, actor: Actor, slug: string): Promise<ReleasePreview> {
  return ctx.database.read(actor, async (db) => {
    const event = (await eventForBoard(db, slug)) ?? refuse('not-found', {});
    const plan = await planRelease(db, event.id);
    const memberIds = [...plan.concerned.keys()];
    const officers = await officersOf(db, memberIds);
    const names = await namesOf(db, memberIds);
    const proofs = await proofsOfEvent(db, event.id);
    const now = new Map(plan.sessions.map((session) => [session.id as string, session]));
    const was = new Map(plan.before.map((session) => [session.id as string, session]));
    const changed = plan.changed.flatMap(({ id, changes }): ChangeAhead[] => {
      const session = now.get(id) ?? was.get(id);
      if (!session) return [];
      const { title, day, startsAt } = session;
      const current = now.get(id);
      const ofSession = proofs.filter((proof) => proof.sessionId === id);
      return [
        {
          ...{ id, title, day, startsAt, changes, memberIds: membersOf(plan, id) },
          untold: untold(session, was.get(id)),
          proofs: ofSession.map((proof) => ({
            memberId: proof.memberId as OrganisationId,
            state: proofState(askedOf(proof), current ? hashOf(current) : null, ctx.now()),
            comment: proof.comment,
          })),
        },
      ];
    });
    return {
      ...{ number: plan.number, fingerprint: plan.fingerprint, changed },
      timeZone: await timeZoneOfEvent(db, event.id),
      unchanged: plan.sessions.filter(({ id }) => !plan.changed.some((one) => one.id === id)).length,
      members: memberIds.map((id) => {
        const readers = readersOf(officers, id);
        return {
          id: id as OrganisationId,
          name: names.get(id) ?? { ja: '', en: '' },
          officers: readers.flatMap(({ lang, officers }) => officers.map(({ name }) => ({ name, lang }))),
          mails: readers.map(({ lang }) => ({ lang, ...wordsOf(ctx, mailParamsFor(event, plan, id, lang), lang) })),
        };
      }),
    };
  });
}

function membersOf({ concerned }: ReleasePlan, id: string): OrganisationId[] {
  return [...concerned].filter(([, sessions]) => sessions.includes(id)).map(([memberId]) => memberId as OrganisationId);
}

/** Hosts, now or before, that have no account here; each once. */
function untold(...of: (PublicSession | undefined)[]): PublicSession['hosts'][number]['name'][] {
  const hosts = of.flatMap((session) => session?.hosts ?? []).filter((host) => !host.isMember);
  return [...new Map(hosts.map(({ id, name }) => [id, name])).values()];
}

function wordsOf(ctx: Ctx, params: Record<string, string>, lang: 'ja' | 'en') {
  const template = MAILS['schedule.released'];
  return template ? mailText(template, params, lang, ctx.settings.publicUrl) : { subject: '', body: '' };
}
