import type { z } from 'zod';
import { writeHistory } from '#db/queries/history.ts';
import {
  findMember,
  listMembers as listRows,
  lockMember,
  updateOrganisation,
  updateSectionMail,
} from '#db/queries/organisations.ts';
import type { Actor } from '#shared/actor.ts';
import type { OrganisationId } from '#shared/ids.ts';
import type { ChangeMember, MemberView } from '#shared/organisations/contract.ts';
import { organisationFieldTexts } from '#shared/organisations/field-texts.ts';
import { refuse } from '#shared/problem.ts';
import { Email } from '#shared/shapes.ts';
import { textsIn } from '#shared/text.ts';
import type { Ctx } from '../context.ts';
import { refuseStale } from '../refuse-stale.ts';
import { presentMember } from './present.ts';

/** The member municipalities, from north to south. */
export async function listMembers(ctx: Ctx, actor: Actor): Promise<MemberView[]> {
  const rows = await ctx.database.read(actor, listRows);
  return rows.map((row) => presentMember(row, actor));
}

export async function readMember(ctx: Ctx, actor: Actor, id: OrganisationId): Promise<MemberView> {
  const row = await ctx.database.read(actor, (db) => findMember(db, id));
  return presentMember(row ?? refuse('not-found', {}), actor);
}

/** Changes what the office keeps about a member. */
export function changeMember(
  ctx: Ctx,
  actor: Actor,
  id: OrganisationId,
  version: number,
  { sectionMail: typed, formalNameEn }: z.output<typeof ChangeMember>,
): Promise<MemberView> {
  const sectionMail = typed === '' ? '' : addressOf(typed, actor);
  return ctx.database.write(actor, async (tx) => {
    const before = (await lockMember(tx, id)) ?? refuse('not-found', {});
    refuseStale(version, presentMember(before, actor));
    await updateOrganisation(tx, id, { formalNameEn, version: version + 1 });
    await updateSectionMail(tx, id, sectionMail);
    const entry = { subject: 'organisation', subjectId: id, action: 'change', memberId: id };
    await writeHistory(tx, { at: ctx.now(), actor, ...entry });
    return presentMember({ ...before, sectionMail, formalNameEn, version: version + 1 }, actor);
  });
}

function addressOf(typed: string, actor: Actor): string {
  const { data } = Email.safeParse(typed);
  if (data) return data;
  const detail = textsIn(organisationFieldTexts, actor.lang).mail;
  return refuse('invalid-input', { count: 1 }, { errors: [{ pointer: '/sectionMail', detail }] });
}
