import { commitmentsOfEvent } from '#db/queries/commitments.ts';
import { blueDays, type PersonOfFinding, peopleOfEvent, spotsOfEvent } from '#db/queries/findings.ts';
import { eventForBoard } from '#db/queries/pass-board.ts';
import type { Actor } from '#shared/actor.ts';
import type { FindingView } from '#shared/clashes/contract.ts';
import { type Finding, inTwoPlaces, type Spot, withoutPass } from '#shared/clashes/findings.ts';
import { personName } from '#shared/clashes/person-name.ts';
import { inLang, type Lang } from '#shared/lang.ts';
import { refuse } from '#shared/problem.ts';
import type { Ctx } from '../context.ts';

/** What contradicts something else at an event, in the order of the days: found when asked, kept nowhere. */
export function listFindings(ctx: Ctx, actor: Actor, slug: string): Promise<{ items: FindingView[] }> {
  return ctx.database.read(actor, async (db) => {
    const event = (await eventForBoard(db, slug)) ?? refuse('not-found', {});
    const commitments = await commitmentsOfEvent(db, event.id);
    const spots = new Map<string, Spot>((await spotsOfEvent(db, event.id)).map((row) => [row.commitmentId, row]));
    const people = new Map((await peopleOfEvent(db, event.id)).map((person) => [person.id, person]));
    const findings = [...inTwoPlaces(commitments), ...withoutPass(commitments, spots, await blueDays(db, event.id))];
    const zoneOf = (id: string | undefined) => (id && spots.get(id)?.timeZone) || event.timeZone;
    const items = findings.flatMap((finding) => {
      const person = people.get(finding.delegateId);
      return person ? [present(finding, person, zoneOf(finding.about.at(-1)?.id), actor.lang)] : [];
    });
    return { items: items.sort((a, b) => a.at.localeCompare(b.at) || a.key.localeCompare(b.key)) };
  });
}

/** `at` is when it begins to be wrong: for two places the start of the later one. */
function present(finding: Finding, person: PersonOfFinding, timeZone: string, lang: Lang): FindingView {
  const last = finding.kind === 'two_places' ? finding.about.at(-1) : finding.about[0];
  return {
    key: finding.key,
    kind: finding.kind,
    person: inLang(personName(person), lang).text,
    member: { ja: person.memberJa, en: person.memberEn },
    at: (last?.startsAt ?? new Date(0)).toISOString(),
    timeZone,
    about: finding.about.map(({ kind, id, label, startsAt, endsAt }) => ({
      kind,
      id,
      label,
      startsAt: startsAt.toISOString(),
      endsAt: endsAt.toISOString(),
    })),
  };
}
