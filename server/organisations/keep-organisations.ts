import type { z } from 'zod';
import { newId } from '#db/id.ts';
import { writeHistory } from '#db/queries/history.ts';
import {
  insertOrganisation,
  listOrganisations as listRows,
  lockOrganisation,
  updateOrganisation,
} from '#db/queries/organisations.ts';
import type { Actor } from '#shared/actor.ts';
import type { OrganisationId } from '#shared/ids.ts';
import type { OrganisationInput, OrganisationQuery, OrganisationView } from '#shared/organisations/contract.ts';
import { organisationFieldTexts } from '#shared/organisations/field-texts.ts';
import { cutPage, decodeCursor, type Page } from '#shared/page.ts';
import { refuse } from '#shared/problem.ts';
import { TimeZone } from '#shared/shapes.ts';
import { textsIn } from '#shared/text.ts';
import type { Ctx } from '../context.ts';
import { refuseStale } from '../refuse-stale.ts';
import { columnsOf, presentOrganisation } from './present.ts';

/** Cities and bodies we deal with, in the order of their reading. */
export async function listOrganisations(
  ctx: Ctx,
  actor: Actor,
  { kind, q, limit, after }: z.output<typeof OrganisationQuery>,
): Promise<Page<OrganisationView>> {
  const filter = { kind, q: q?.normalize('NFC').trim(), after: after === undefined ? undefined : cursorOf(after) };
  const rows = await ctx.database.read(actor, (db) => listRows(db, filter, limit + 1));
  const page = cutPage(rows, limit, (row) => [row.kana, row.id]);
  return { ...page, items: page.items.map(presentOrganisation) };
}

/** Adds a city or body. Municipalities become members by other means than this. */
export function addOrganisation(ctx: Ctx, actor: Actor, input: OrganisationInput): Promise<OrganisationView> {
  refuseTimeZone(actor, input);
  return ctx.database.write(actor, async (tx) => {
    const row = { id: newId(), ...columnsOf(input) };
    await insertOrganisation(tx, row);
    await writeHistory(tx, { at: ctx.now(), actor, subject: 'organisation', subjectId: row.id, action: 'add' });
    return presentOrganisation({ ...row, kana: '', version: 1 });
  });
}

export function changeOrganisation(
  ctx: Ctx,
  actor: Actor,
  id: OrganisationId,
  version: number,
  input: OrganisationInput,
): Promise<OrganisationView> {
  refuseTimeZone(actor, input);
  return ctx.database.write(actor, async (tx) => {
    const before = await lockOrganisation(tx, id);
    // A member's name and place are not the desk's to change: they come from the list of members.
    if (!before || before.kind === 'member') refuse('not-found', {});
    refuseStale(version, presentOrganisation(before));
    const change = { ...columnsOf(input), version: version + 1 };
    await updateOrganisation(tx, id, change);
    await writeHistory(tx, { at: ctx.now(), actor, subject: 'organisation', subjectId: id, action: 'change' });
    return presentOrganisation({ ...before, ...change });
  });
}

function refuseTimeZone(actor: Actor, { timeZone }: OrganisationInput): void {
  if (timeZone === null || TimeZone.safeParse(timeZone).success) return;
  const detail = textsIn(organisationFieldTexts, actor.lang).timeZone;
  refuse('invalid-input', { count: 1 }, { errors: [{ pointer: '/timeZone', detail }] });
}

function cursorOf(after: string): { kana: string; id: string } {
  const [kana, id] = decodeCursor(after) ?? [];
  if (typeof kana !== 'string' || typeof id !== 'string' || !/^[0-9a-f-]{36}$/.test(id)) refuse('bad-request', {});
  return { kana, id };
}
