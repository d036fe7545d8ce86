import { addDays, type Day } from '#shared/time.ts';
import { addWorkingDays } from '#shared/working-days.ts';
import type { Person } from './demo-delegations.ts';
import type { EventParts, Pool, PoolName } from './demo-event.ts';
import { jst, type Making, memberOf, must } from './demo-making.ts';
import { NEEDS } from './demo-needs.ts';
import { passTexts } from './demo-pass-texts.ts';
import type { Ask } from './demo-play.ts';
import { begun, decided, type Telling, timed, until } from './demo-requests.ts';

const REGISTRAR = 'registrar@desk';
/** Their people without a place stay in the request that is partly fulfilled. */
const PARTLY = ['愛知県', '浜松市', '佐渡市', '福島県', '東京都', '札幌市', '北九州市'];
/** Those who asked for the Green Zone in a request of its own. */
const GREEN_APART = ['東京都', '富山市', '横浜市', '京都市', '名古屋市', 'さいたま市'];
const OFFERED = ['富山市', '広島市', 'さいたま市'];

type Part = { people: readonly Person[]; story: readonly Telling[]; purpose: string; note?: string };

/** The requests for passes to the coming COP; writes the passes themselves. */
export function makePasses(making: Making, parts: EventParts, people: readonly Person[]): Ask[] {
  const event = must(making.events, 'cop32');
  const seats = new Map<PoolName, number>();
  return NEEDS.flatMap(({ member: ja }, index) => {
    const member = memberOf(making, ja);
    const own = people.filter((person) => person.member.id === member.id);
    return partsOf(ja, own, index).map(({ people: named, story, purpose, note }): Ask => {
      const beats = timed(making, story);
      const id = making.id(beats[0]?.at ?? jst('2027-06-10', '10:00'));
      const allotted = story.some((one) => one.do === 'fulfil' || one.do === 'stage' || one.do === 'offer');
      if (allotted) seatAll(making, parts.pools, seats, id, named);
      return {
        ...{ id, event, member, kind: 'pass', beats },
        details: {
          zone: zoneOf(named),
          people: named.map(({ id: delegateId, from, to }) => ({ delegateId, from, to })),
          minimumParty: Math.min(2, named.length),
          purpose,
          note: note ?? '',
        },
      };
    });
  });
}

function partsOf(ja: string, own: readonly Person[], index: number): Part[] {
  const apart = GREEN_APART.includes(ja);
  const green = apart ? own.filter((one) => one.group === 'green') : [];
  const rest = own.filter((one) => !green.includes(one));
  const unmet = PARTLY.includes(ja) ? [] : rest.filter((one) => one.holding === 'none');
  const main = rest.filter((one) => !unmet.includes(one));
  const sent = ja === '富山市' ? '2027-06-30' : addWorkingDays('2027-06-14', index);
  const purpose = passTexts.purposes[index % passTexts.purposes.length] ?? '';
  return [
    { people: main, story: mainStory(ja, sent, index), purpose },
    ...(green.length > 0 ? [{ people: green, story: greenStory(sent), purpose: passTexts.green }] : []),
    ...(unmet.length > 0 ? [{ people: unmet, ...laterStory(ja, index) }] : []),
    ...besides(ja, main),
  ];
}

function mainStory(ja: string, sent: Day, index: number): Telling[] {
  const start = begun(sent, REGISTRAR, addWorkingDays(sent, 2));
  if (OFFERED.includes(ja)) {
    const offer = passTexts.offers[ja] ?? '';
    return [
      ...start,
      decided('approve', '2027-08-26'),
      { do: 'stage', on: '2027-09-03', stage: 'partly' },
      { do: 'offer', on: '2027-09-21', by: 'staff@desk', text: offer, due: until('2027-09-28') },
    ];
  }
  if (PARTLY.includes(ja)) {
    const on = addWorkingDays('2027-09-07', index % 5);
    return [...start, decided('approve', on), { do: 'stage', on: addWorkingDays(on, 1), stage: 'partly' }];
  }
  const fulfilled: Telling[] = [
    ...start,
    decided('approve', addWorkingDays('2027-08-23', index % 4)),
    { do: 'fulfil', on: addWorkingDays('2027-08-30', index % 8) },
  ];
  if (ja !== '豊田市') return fulfilled;
  // Overdue since two days: somebody to run after.
  const question: Telling = { do: 'ask', on: '2027-09-14', by: 'staff@desk', text: passTexts.passport };
  const reminder: Telling = {
    do: 'message',
    on: '2027-09-22',
    time: '17:40',
    by: 'staff@desk',
    text: passTexts.reminder,
  };
  return [...fulfilled, { ...question, due: until('2027-09-22') }, reminder];
}

function greenStory(sent: Day): Telling[] {
  const start = begun(sent, REGISTRAR, addWorkingDays(sent, 2));
  return [...start, decided('approve', addWorkingDays(sent, 19)), { do: 'fulfil', on: addWorkingDays(sent, 23) }];
}

/** The people who came too late for the first round of places. */
function laterStory(ja: string, index: number): Omit<Part, 'people'> {
  const purpose = passTexts.later[index % passTexts.later.length] ?? '';
  const sent = addWorkingDays('2027-08-24', index % 9);
  const taken = begun(sent, REGISTRAR, addWorkingDays(sent, 1));
  switch (ja) {
    case '京都市':
      return { purpose: passTexts.attendants, story: begun('2027-09-24', null) };
    case '名古屋市':
    case '横浜市':
      return { purpose, story: begun('2027-09-17', REGISTRAR, '2027-09-21') };
    case '板橋区':
      return { purpose, story: begun('2027-09-16', REGISTRAR, '2027-09-17') };
    case '鳥取県':
      return { purpose: passTexts.youth, story: begun('2027-09-21', REGISTRAR, '2027-09-22') };
    case '松山市': {
      const ask: Telling = { do: 'ask', on: '2027-09-13', by: 'tadokoro@desk', text: passTexts.whichDays };
      return { purpose, story: [...taken, { ...ask, due: until('2027-09-21') }] };
    }
    case '長野県': {
      const ask: Telling = { do: 'ask', on: '2027-09-17', by: 'staff@desk', text: passTexts.whichWeek };
      return { purpose, story: [...taken, { ...ask, due: until('2027-09-29') }] };
    }
    default: {
      const on = addWorkingDays('2027-09-13', index % 5);
      const note: Telling = { do: 'note', on, by: REGISTRAR, text: passTexts.waitingNote };
      return { purpose, story: [...taken, decided('waitlist', on), note] };
    }
  }
}

/** What did not come to anything, and what is still being written. */
function besides(ja: string, main: readonly Person[]): Part[] {
  const [first] = main;
  if (!first) return [];
  const secondWeek = { ...first, from: '2027-11-15', to: '2027-11-17' };
  if (ja === '墨田区') {
    const decline: Telling = { do: 'decline', on: '2027-09-09', by: 'staff@desk', text: passTexts.declined };
    return [
      { people: [secondWeek], purpose: passTexts.extension, story: [...begun('2027-09-01', REGISTRAR), decline] },
    ];
  }
  if (ja === '神戸市') {
    const withdraw: Telling = { do: 'withdraw', on: '2027-09-02', text: passTexts.withdrawn };
    return [{ people: [first], purpose: passTexts.extension, story: [...begun('2027-08-19', REGISTRAR), withdraw] }];
  }
  if (ja !== '札幌市') return [];
  return [{ people: [first], purpose: '', story: [{ do: 'create', on: addDays('2027-09-24', -2) }] }];
}

function zoneOf(people: readonly Person[]): 'blue' | 'green' | 'any' {
  const groups = new Set(people.map((one) => one.group));
  if (groups.has('crew')) return 'any';
  if (!groups.has('green')) return 'blue';
  return groups.size === 1 ? 'green' : 'any';
}

/** Gives the people of a request who hold a place the next free number of their pool. */
function seatAll(
  { add, id, events, accounts }: Making,
  pools: ReadonlyMap<PoolName, Pool>,
  seats: Map<PoolName, number>,
  requestId: string,
  people: readonly Person[],
): void {
  const registrar = must(accounts, REGISTRAR);
  for (const person of people.filter((one) => one.holding !== 'none')) {
    const pool = must(pools, person.group);
    const placeNumber = (seats.get(person.group) ?? 0) + 1;
    seats.set(person.group, placeNumber);
    const at = person.holding === 'held' ? jst('2027-09-21', '14:05') : jst('2027-09-03', '11:20');
    const passId = id(at);
    const base = { eventId: must(events, 'cop32').id, memberId: person.member.id, requestId };
    const official = person.holding === 'held' ? 'nominated' : placeNumber % 4 === 0 ? 'letter_sent' : 'confirmed';
    add('pass', {
      ...{ id: passId, ...base, poolId: pool.id, placeNumber, delegateId: person.id },
      ...{ days: `[${person.from},${person.to}]`, state: person.holding },
      ...{ official: person.group === 'green' ? 'none' : official, createdAt: at, version: 1 },
    });
    add('history', {
      ...{ id: id(at), at, actorId: registrar.id, actorRole: registrar.role, ...base, subject: 'pass' },
      ...{ subjectId: passId, action: 'allot', toState: person.holding },
      details: { poolId: pool.id, placeNumber, delegateId: person.id, days: `${person.from}/${person.to}` },
    });
  }
}
