import type { Tx } from '#db/connect.ts';
import { newId } from '#db/id.ts';
import { ownAccount } from './own-account.ts';
import { aStoppedRun } from './placement-run.ts';
import { aProof, aTask } from './session-parts.ts';
import { AT, DUE, type Surroundings } from './surroundings.ts';

/** Everything a municipality has one of: what a stranger must not reach, by the name its id has in an address. */
export type Belongings = {
  member: string;
  request: string;
  draft: string;
  speaking: string;
  bilateral: string;
  delegation: string;
  delegate: string;
  account: string;
  session: string;
  token: string;
  passkey: string;
  issuerBinding: string;
  authority: string;
  pass: string;
  meeting: string;
  programmeSession: string;
  proposal: string;
  placementRun: string;
  task: string;
  view: string;
  mail: string;
  /** A lost second factor of somebody at the office, waiting for a second administrator. */
  factorReset: string;
  certificate: string;
};

/** One municipality's things; `nth` makes them tell apart. */
export async function belongings(tx: Tx, around: Surroundings, nth: number): Promise<Belongings> {
  const { eventId } = around;
  const id: Belongings = {
    member: newId(),
    request: newId(),
    draft: newId(),
    speaking: newId(),
    bilateral: newId(),
    delegation: newId(),
    delegate: newId(),
    account: newId(),
    session: newId(),
    token: newId(),
    passkey: newId(),
    issuerBinding: newId(),
    authority: newId(),
    pass: newId(),
    meeting: newId(),
    programmeSession: newId(),
    proposal: newId(),
    placementRun: newId(),
    task: newId(),
    view: newId(),
    mail: newId(),
    factorReset: newId(),
    certificate: newId(),
  };
  const memberId = id.member;
  await tx
    .insertInto('organisation')
    .values({ id: memberId, kind: 'member', nameJa: `第${nth}市`, nameEn: `City ${nth}` })
    .execute();
  await tx
    .insertInto('membership')
    .values({
      organisationId: memberId,
      lgCode: `00000${nth}`,
      cityClass: 'general_city',
      prefectureJa: '県',
      prefectureEn: 'Prefecture',
      population: 1000,
      populationAsOf: '2025',
      headTitleJa: '市長',
      headTitleEn: 'Mayor',
      sectionMail: `section${nth}@people.example`,
    })
    .execute();
  await ownAccount(tx, id, nth);
  await tx.insertInto('delegation').values({ id: id.delegation, eventId, memberId }).execute();
  await tx
    .insertInto('delegate')
    .values({
      id: id.delegate,
      delegationId: id.delegation,
      eventId,
      memberId,
      familyName: '派遣',
      givenName: `者${nth}`,
      familyKana: 'はけん',
      givenKana: 'しゃ',
      titleJa: '課長',
      level: 'director',
    })
    .execute();
  await tx
    .insertInto('authority')
    .values({
      ...{ id: id.authority, memberId, accountId: id.account, delegateId: id.delegate },
      ...{ fromDay: '2027-10-01', untilDay: '2027-11-30', givenBy: id.account, givenAt: AT },
    })
    .execute();
  const request = {
    eventId,
    memberId,
    state: 'approved',
    turn: 'desk',
    dueAt: DUE,
    riskAt: DUE,
    submittedAt: AT,
    createdAt: AT,
    updatedAt: AT,
    titleJa: `件名${nth}`,
    titleEn: `Title ${nth}`,
    createdBy: id.account,
  };
  await tx
    .insertInto('request')
    .values([
      {
        ...request,
        id: id.request,
        kind: 'pass',
        number: nth,
        reference: `COP32-P-000${nth}`,
        details: JSON.stringify({}),
      },
      {
        ...request,
        id: id.speaking,
        kind: 'speaking',
        number: nth,
        reference: `COP32-S-000${nth}`,
        details: JSON.stringify({}),
      },
      {
        ...request,
        id: id.bilateral,
        kind: 'bilateral',
        number: nth,
        reference: `COP32-B-000${nth}`,
        details: JSON.stringify({ counterpartName: 'Counterpart' }),
      },
      {
        id: id.draft,
        eventId,
        memberId,
        kind: 'pass',
        state: 'draft',
        turn: 'member',
        createdAt: AT,
        updatedAt: AT,
        details: JSON.stringify({}),
        createdBy: id.account,
      },
    ])
    .execute();
  await tx
    .insertInto('message')
    .values({
      id: newId(),
      requestId: id.request,
      memberId,
      authorId: id.account,
      fromOffice: false,
      kind: 'message',
      body: `内緒の話${nth}`,
      createdAt: AT,
    })
    .execute();
  await tx
    .insertInto('internalNote')
    .values({ id: newId(), requestId: id.request, authorId: id.account, body: `内部の話${nth}`, createdAt: AT })
    .execute();
  await tx
    .insertInto('pass')
    .values({
      id: id.pass,
      eventId,
      poolId: around.pool,
      placeNumber: nth,
      memberId,
      delegateId: id.delegate,
      requestId: id.request,
      days: '[2027-11-08,2027-11-10)',
      state: 'confirmed',
      createdAt: AT,
    })
    .execute();
  await tx
    .insertInto('proposal')
    .values({ id: id.proposal, eventId, callId: around.call, memberId, requestId: id.speaking, submittedAt: AT })
    .execute();
  await tx
    .insertInto('programmeSession')
    .values({
      id: id.programmeSession,
      eventId,
      memberId,
      requestId: id.speaking,
      titleJa: `企画${nth}`,
      theme: 'energy',
      minutes: 60,
      createdAt: AT,
    })
    .execute();
  await aTask(tx, { id: id.task, eventId, memberId, requestId: id.speaking, note: `準備${nth}` });
  await aProof(tx, { sessionId: id.programmeSession, memberId, eventId, sentBy: id.account });
  await tx
    .insertInto('meeting')
    .values({
      id: id.meeting,
      eventId,
      memberId,
      requestId: id.bilateral,
      counterpartId: around.counterpart,
      state: 'approaching',
      createdAt: AT,
    })
    .execute();
  await aStoppedRun(tx, { id: id.placementRun, eventId, askedBy: id.account, at: AT });
  await tx
    .insertInto('savedView')
    .values({ id: id.view, accountId: id.account, name: `見方${nth}`, query: 'kind=pass' })
    .execute();
  await tx
    .insertInto('outbox')
    .values({
      id: id.mail,
      accountId: id.account,
      template: 'requests.receipt',
      params: JSON.stringify({}),
      runAt: AT,
      createdAt: AT,
    })
    .execute();
  return id;
}
