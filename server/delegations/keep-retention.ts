import type { Db } from '#db/connect.ts';
import { sqlState } from '#db/errors.ts';
import { newId } from '#db/id.ts';
import { writeHistory } from '#db/queries/history.ts';
import {
  cancelUnapproved,
  certificates,
  countKept,
  dueIdentities,
  eventToPurge,
  findPurge,
  insertPurge,
  listPurges,
  lockPurge,
  namesOfMembers,
  type PurgeRow,
  stepPurge,
} from '#db/queries/purges.ts';
import { listHolds } from '#db/queries/vault-holds.ts';
import { alarmsSince } from '#db/queries/viewing-alarms.ts';
import type { Actor } from '#shared/actor.ts';
import { KEPT_DAYS_AFTER_LEAVING } from '#shared/delegations/identity.ts';
import {
  APPROVAL_HOURS,
  eventDueOn,
  PURGE_KINDS,
  type PurgeId,
  type PurgeKind,
  type PurgeLine,
  type PurgeView,
  type RetentionView,
} from '#shared/delegations/retention.ts';
import { retentionTexts } from '#shared/delegations/retention-texts.ts';
import type { OrganisationId } from '#shared/ids.ts';
import { refuse } from '#shared/problem.ts';
import { textsIn } from '#shared/text.ts';
import { dayOf, formatDay, JAPAN } from '#shared/time.ts';
import type { Ctx } from '../context.ts';
import { theProgram } from '../who.ts';
import { presentCertificate, presentHold, presentPurge } from './present-retention.ts';
import { runPurge } from './run-purge.ts';
import { theReader } from './vault-secrets.ts';

const HOUR_MS = 3_600_000;
/** So long an alarm stays on the screen, in days. */
const ALARM_DAYS = 30;

type Ended = { id: string; endsOn: string };

/** What of an event's passport data is due, who has asked for it to be erased, and what has been. */
export async function readRetention(ctx: Ctx, actor: Actor, slug: string): Promise<RetentionView> {
  // Counting takes the role that sees the vault; whoever reads this sees numbers only.
  const counted = await ctx.database.read(theReader, async (db) => {
    const event = (await eventToPurge(db, slug)) ?? refuse('not-found', {});
    const due = [];
    for (const kind of PURGE_KINDS) due.push({ kind, lines: await dryRun(ctx, db, event, kind) });
    const since = new Date(ctx.now().getTime() - ALARM_DAYS * 24 * HOUR_MS);
    return { eventId: event.id, since, eventDueOn: eventDueOn(event.endsOn), due, kept: await countKept(db, event.id) };
  });
  const { eventId, since, ...view } = counted;
  const alarms = await ctx.database.read(theProgram, (db) => alarmsSince(db, since));
  return ctx.database.read(actor, async (db) => {
    const purges = await listPurges(db, eventId);
    const done = await certificates(db, { eventId });
    const holds = await listHolds(db, eventId);
    const names = await namesOfMembers(
      db,
      purges.flatMap((row) => row.held),
    );
    const heldBy = (row: PurgeRow) => names.filter(({ id }) => row.held.includes(id)).map(bilingual);
    return {
      ...view,
      holds: holds.map((row) => presentHold(row, actor, ctx.now())),
      alarms: alarms.map(({ name, at, details }) => ({
        ...{ name, at: at.toISOString() },
        ...(details as { looks: number; minutes: number }),
      })),
      purges: purges.map((row) => presentPurge(row, actor, ctx.now(), heldBy(row))),
      certificates: done.map((row) => presentCertificate(row, purges)),
    };
  });
}

/** What a purge would erase now, without erasing anything: nothing of an event before its time. */
async function dryRun(ctx: Ctx, db: Db, event: Ended, kind: PurgeKind): Promise<PurgeLine[]> {
  if (kind === 'event' && dayOf(ctx.now(), JAPAN) < eventDueOn(event.endsOn)) return [];
  const rows = await dueIdentities(db, { eventId: event.id, kind, at: ctx.now(), days: KEPT_DAYS_AFTER_LEAVING });
  return rows.map(({ memberId, nameJa, nameEn, delegateIds, links, mails }) => ({
    ...{ memberId: memberId as OrganisationId, name: { ja: nameJa, en: nameEn } },
    ...{ identities: delegateIds.length, links, mails },
  }));
}

/** Asks for what is due to be erased; nothing is before somebody else has approved it. */
export async function requestPurge(ctx: Ctx, actor: Actor, slug: string, kind: PurgeKind): Promise<PurgeView> {
  const { eventId, endsOn, report } = await ctx.database.read(theReader, async (db) => {
    const event = (await eventToPurge(db, slug)) ?? refuse('not-found', {});
    return { eventId: event.id, endsOn: event.endsOn, report: await dryRun(ctx, db, event, kind) };
  });
  if (report.length === 0) {
    const say = textsIn(retentionTexts, actor.lang).refusals;
    const early = kind === 'event' && dayOf(ctx.now(), JAPAN) < eventDueOn(endsOn);
    refuse('wrong-state', {
      because: early ? say.tooEarly(formatDay(eventDueOn(endsOn), actor.lang)) : say.nothingDue,
    });
  }
  const id = newId();
  const at = ctx.now();
  const written = ctx.database.write(actor, async (tx) => {
    await cancelUnapproved(tx, eventId, kind, new Date(at.getTime() - APPROVAL_HOURS * HOUR_MS), at);
    await insertPurge(tx, { id, eventId, kind, report, requestedBy: actor.accountId ?? '', requestedAt: at });
    const details = { kind, identities: report.reduce((sum, line) => sum + line.identities, 0) };
    const entry = { subject: 'vault_purge', subjectId: id, action: 'vault.purge-requested', eventId, details };
    await writeHistory(tx, { at, actor, ...entry });
    return view(ctx, tx, actor, id);
  });
  return written.catch((error: unknown) => {
    if (sqlState(error) === '23505')
      refuse('wrong-state', { because: textsIn(retentionTexts, actor.lang).refusals.open });
    throw error;
  });
}

/** Approves what somebody else has asked for, and carries it out. */
export async function approvePurge(ctx: Ctx, actor: Actor, id: PurgeId): Promise<PurgeView> {
  await ctx.database.write(actor, async (tx) => {
    const at = ctx.now();
    await lockPurge(tx, id);
    const row = (await findPurge(tx, id)) ?? refuse('not-found', {});
    const because = presentPurge(row, actor, at, []).whyNotApprove;
    if (because) refuse('wrong-state', { because });
    await stepPurge(tx, id, { approvedBy: actor.accountId ?? '', approvedAt: at });
    const entry = { subject: 'vault_purge', subjectId: id, action: 'vault.purge-approved', eventId: row.eventId };
    await writeHistory(tx, { at, actor, ...entry });
  });
  await runPurge(ctx, id);
  return ctx.database.read(actor, (db) => view(ctx, db, actor, id));
}

/** Calls off what nobody has approved. */
export function cancelPurge(ctx: Ctx, actor: Actor, id: PurgeId): Promise<PurgeView> {
  return ctx.database.write(actor, async (tx) => {
    const row = (await lockPurge(tx, id)) ?? refuse('not-found', {});
    if (row.approvedAt || row.cancelledAt) refuse('wrong-state', {});
    await stepPurge(tx, id, { cancelledAt: ctx.now() });
    const entry = { subject: 'vault_purge', subjectId: id, action: 'vault.purge-cancelled', eventId: row.eventId };
    await writeHistory(tx, { at: ctx.now(), actor, ...entry });
    return view(ctx, tx, actor, id);
  });
}

async function view(ctx: Ctx, db: Db, actor: Actor, id: string): Promise<PurgeView> {
  const row = (await findPurge(db, id)) ?? refuse('not-found', {});
  const held = await namesOfMembers(db, row.held);
  return presentPurge(row, actor, ctx.now(), held.map(bilingual));
}

function bilingual({ nameJa, nameEn }: { nameJa: string; nameEn: string }) {
  return { ja: nameJa, en: nameEn };
}
