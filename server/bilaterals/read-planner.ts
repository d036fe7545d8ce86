import { commitmentsOf } from '#db/queries/commitments.ts';
import { type DelegateRow, delegatesByIds } from '#db/queries/delegate-locks.ts';
import { roomsOfEvent, timeZoneOfEvent } from '#db/queries/draft-schedule.ts';
import { bilateralRequest, meetingOfRequest } from '#db/queries/meetings.ts';
import { holdsOfRooms } from '#db/queries/rooms-held.ts';
import type { Actor } from '#shared/actor.ts';
import type { PlannerView } from '#shared/bilaterals/contract.ts';
import type { Commitment } from '#shared/clashes/commitment.ts';
import { delegateOfHold } from '#shared/clashes/holder.ts';
import { personName } from '#shared/clashes/person-name.ts';
import type { DelegateId, RequestId, RoomId } from '#shared/ids.ts';
import { inLang, type Lang } from '#shared/lang.ts';
import { refuse } from '#shared/problem.ts';
import { BilateralDetails } from '#shared/requests/kinds/bilateral.ts';
import type { Ctx } from '../context.ts';
import { presentRow } from './present.ts';

/** When the party of a request and the rooms are taken. The meeting being planned itself does not count. */
export function readPlanner(ctx: Ctx, actor: Actor, id: RequestId): Promise<PlannerView> {
  return ctx.database.read(actor, async (db) => {
    const request = (await bilateralRequest(db, actor, id)) ?? refuse('not-found', {});
    const meeting = await meetingOfRequest(db, id);
    const wanted = BilateralDetails.parse(request.details).people as string[];
    const ids = [...new Set([...wanted, ...(meeting?.delegates.map((one) => one.id) ?? [])])];
    const people = await delegatesByIds(db, ids);
    const rooms = await roomsOfEvent(db, request.eventId);
    const holds = await holdsOfRooms(
      db,
      rooms.map((room) => room.id),
    );
    const commitments = (await commitmentsOf(db, ids)).filter((one) => one.id !== meeting?.id);
    return {
      row: presentRow(request, meeting),
      timeZone: await timeZoneOfEvent(db, request.eventId),
      rooms: rooms.map(({ id, nameJa, nameEn, area, capacity }) => ({
        id: id as RoomId,
        name: { ja: nameJa, en: nameEn },
        area,
        capacity,
      })),
      busy: commitments.flatMap((one) => busyOf(one, ids)),
      roomBusy: holds
        .filter((hold) => !meeting || hold.meetingId !== meeting.id)
        .map(({ roomId, startsAt, endsAt }) => ({
          roomId: roomId as RoomId,
          startsAt: startsAt.toISOString(),
          endsAt: endsAt.toISOString(),
        })),
      delegates: ids.flatMap((one) =>
        people.filter((person) => person.id === one).map((person) => presentPerson(person, actor.lang)),
      ),
    };
  });
}

/** One row for each of the party who is promised elsewhere; `holder` is the delegate. */
function busyOf({ holds, label, startsAt, endsAt }: Commitment, party: readonly string[]): PlannerView['busy'] {
  return holds
    .map((hold) => delegateOfHold(hold))
    .filter((holder) => holder !== null && party.includes(holder))
    .map((holder) => ({
      holder: holder as string,
      label,
      startsAt: startsAt.toISOString(),
      endsAt: endsAt.toISOString(),
    }));
}

function presentPerson(person: DelegateRow, lang: Lang): PlannerView['delegates'][number] {
  return {
    id: person.id as DelegateId,
    name: inLang(personName(person), lang).text,
    title: { ja: person.titleJa, en: person.titleEn },
    level: person.level,
    arrivesOn: person.arrivesOn,
    leavesOn: person.leavesOn,
  };
}
