import { z } from 'zod';
import { MEMBER_ROLES, OFFICE_ROLES, OWED, TOKEN_SCOPES } from '#shared/actor.ts';
import { tidyCode } from '#shared/code.ts';
import {
  AccountId,
  AuthorityId,
  DelegateId,
  EventId,
  FactorResetId,
  OrganisationId,
  SessionId,
  TokenId,
} from '#shared/ids.ts';
import { Bilingual, Lang } from '#shared/lang.ts';
import { PageQuery, pageOf } from '#shared/page.ts';
import { Day, Email, Instant, line, requiredLine, say, Version } from '#shared/shapes.ts';

export const AccountRole = z.enum([...MEMBER_ROLES, ...OFFICE_ROLES]);
export const AccountState = z.enum(['invited', 'active', 'suspended']);

export const SignInWithPassword = z.strictObject({
  email: Email,
  password: z
    .string()
    .min(1, { error: say('パスワードを入力してください', 'Enter your password') })
    .max(128),
});
export const RequestLink = z.strictObject({ email: Email });
export const RedeemLink = z.strictObject({ token: z.string().min(20).max(100) });
/** Long rather than complicated; no other rules about characters. */
export const NewPassword = z
  .string()
  .min(12, { error: say('12文字以上にしてください', 'Use at least 12 characters') })
  .max(128, { error: say('128文字までにしてください', 'Use at most 128 characters') })
  .refine((text) => !/^(.)\1*$/.test(text), {
    error: say('同じ文字の繰り返しは使えません', 'Do not repeat one character'),
  });
export const RedeemInvitation = z.strictObject({
  token: RedeemLink.shape.token,
  name: requiredLine(60, '氏名を入力してください', 'Enter your name'),
  password: NewPassword,
});
export const ChangePassword = z.strictObject({
  current: z.string().max(128),
  password: NewPassword,
  /** Whether programs lose their access too. */
  endTokens: z.boolean().default(false),
});
export const ChangeSelf = z.strictObject({
  name: requiredLine(60, '氏名を入力してください', 'Enter your name'),
  section: line(80),
  hotkeys: z.boolean(),
});

/** A code as people type it: with spaces or without, wide or narrow. */
export const Code = z
  .string()
  .max(40)
  .transform(tidyCode)
  .refine((code) => code !== '', { error: say('確認コードを入力してください', 'Enter the code') });
export const ProveByCode = z.strictObject({ code: Code });
export const StepUp = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('password'), secret: SignInWithPassword.shape.password }),
  z.strictObject({ by: z.literal('code'), secret: Code }),
]);
/** A key for an authenticator app: as the picture carries it, and to be typed. Answered once. */
export const TotpKey = z.strictObject({ key: z.string(), address: z.string() });
/** Answered once and kept as hashes only. */
export const RecoveryCodes = z.strictObject({ recoveryCodes: z.array(z.string()) });
export const SecondFactorView = z.strictObject({
  totpAt: Instant.nullable(),
  recoveryCodesLeft: z.int(),
  passkeys: z.int(),
  mailCode: z.boolean(),
  mandatory: z.boolean(),
  demo: z.boolean(),
});
export type SecondFactorView = z.infer<typeof SecondFactorView>;
export const PasskeyName = requiredLine(40, 'パスキーの名前を入力してください', 'Enter a name for the passkey');
export const FactorResetAnswer = z.strictObject({ state: z.enum(['done', 'waiting']) });
export type FactorResetAnswer = z.infer<typeof FactorResetAnswer>;
export const FactorResetView = z.strictObject({
  id: FactorResetId,
  accountId: AccountId,
  name: z.string(),
  requestedByName: z.string(),
  requestedAt: Instant,
  endsAt: Instant,
  mayApprove: z.boolean(),
});
export type FactorResetView = z.infer<typeof FactorResetView>;

export const SelfView = z.strictObject({
  id: AccountId,
  email: z.string(),
  name: z.string(),
  section: z.string(),
  role: AccountRole,
  lang: Lang,
  hotkeys: z.boolean(),
  memberId: OrganisationId.nullable(),
  memberName: Bilingual.nullable(),
  /** Whether there is a passkey to prove oneself by. */
  passkeys: z.boolean(),
  version: Version,
});
export type SelfView = z.infer<typeof SelfView>;

/** What every screen needs to begin with. `now` is the desk's clock, which the demonstration sets to its own day. */
export const MeView = z.strictObject({
  /** Null until nothing is owed any more. */
  account: SelfView.nullable(),
  /** What the session that has only begun still owes, and by which codes that can be settled. */
  owed: z.strictObject({ owes: z.enum(OWED), app: z.boolean(), mail: z.boolean(), passkey: z.boolean() }).nullable(),
  /** For whom this session acts, and until the end of which day. */
  actingFor: z.strictObject({ authorityId: AuthorityId, name: Bilingual, until: Day }).nullable(),
  demo: z.boolean(),
  now: Instant,
  currentEvent: z
    .strictObject({
      id: EventId,
      slug: z.string(),
      shortName: z.string(),
      name: Bilingual,
      city: Bilingual,
      startsOn: Day,
      endsOn: Day,
      timeZone: z.string(),
    })
    .nullable(),
  /** Only while the demonstration world is loaded. */
  demoAccounts: z
    .array(z.strictObject({ email: z.string(), name: z.string(), role: AccountRole, memberName: Bilingual.nullable() }))
    .nullable(),
});
export type MeView = z.infer<typeof MeView>;

export const SessionView = z.strictObject({
  id: SessionId,
  device: z.string(),
  createdAt: Instant,
  lastSeenAt: Instant,
  current: z.boolean(),
});
export type SessionView = z.infer<typeof SessionView>;

export const MakeToken = z.strictObject({
  name: requiredLine(60, '何に使うかを入力してください', 'Enter what it is for'),
  scope: z.enum(TOKEN_SCOPES),
  days: z
    .int({ error: say('1から365までの日数を入力してください', 'Enter a number of days from 1 to 365') })
    .min(1, { error: say('1日以上にしてください', 'At least 1 day') })
    .max(365, { error: say('365日までにしてください', 'At most 365 days') }),
});
export type MakeToken = z.infer<typeof MakeToken>;
export const TokenView = z.strictObject({
  id: TokenId,
  name: z.string(),
  scope: z.enum(TOKEN_SCOPES),
  createdAt: Instant,
  endsAt: Instant,
  lastUsedAt: Instant.nullable(),
  /** Whether its time is over; it stays in the list until another one is made. */
  over: z.boolean(),
});
export type TokenView = z.infer<typeof TokenView>;
/** The only answer that ever holds the secret. */
export const MadeToken = TokenView.extend({ secret: z.string() });
export type MadeToken = z.infer<typeof MadeToken>;

export const AccountView = z.strictObject({
  id: AccountId,
  email: z.string(),
  name: z.string(),
  section: z.string(),
  role: AccountRole,
  state: AccountState,
  memberId: OrganisationId.nullable(),
  memberName: Bilingual.nullable(),
  lang: Lang,
  lastSignedInAt: Instant.nullable(),
  /** Whether a second factor is asked for at sign-in. */
  secondFactor: z.boolean(),
  version: Version,
});
export type AccountView = z.infer<typeof AccountView>;
export const AccountQuery = z.strictObject({
  ...PageQuery,
  member: OrganisationId.optional(),
  office: z.stringbool().optional(),
});
export const AccountPage = pageOf(AccountView);
export const InviteAccount = z.strictObject({
  email: Email,
  name: line(60),
  role: AccountRole,
  memberId: OrganisationId.nullable(),
  lang: Lang.default('ja'),
});
export type InviteAccount = z.infer<typeof InviteAccount>;
export const ChangeAccount = z.strictObject({ role: AccountRole, state: z.enum(['active', 'suspended']) });

export const CheckVerdict = z.enum(['keep', 'suspend']);
export const CheckItem = z.strictObject({
  account: AccountView,
  /** `unanswered` is said by the end of the time; null while it is asked. */
  verdict: z.enum(['keep', 'suspend', 'unanswered']).nullable(),
  answeredAt: Instant.nullable(),
  answeredBy: z.string().nullable(),
  /** Why the reader may not answer, or null. */
  whyNot: z.string().nullable(),
});
export type CheckItem = z.infer<typeof CheckItem>;
const checkTime = { year: z.int(), lastDay: Day, isOpen: z.boolean() };
/** A municipality's accounts in the yearly check that goes on, or in the latest one. */
export const MemberCheck = z.strictObject({ ...checkTime, items: z.array(CheckItem) });
export type MemberCheck = z.infer<typeof MemberCheck>;
export const CheckOverview = z.strictObject({
  ...checkTime,
  items: z.array(
    z.strictObject({
      memberId: OrganisationId,
      memberName: Bilingual,
      asked: z.int(),
      waiting: z.int(),
      suspended: z.int(),
    }),
  ),
});
export type CheckOverview = z.infer<typeof CheckOverview>;

export const StaffView = z.strictObject({ id: AccountId, name: z.string(), role: AccountRole });
export type StaffView = z.infer<typeof StaffView>;

export const GiveAuthority = z
  .strictObject({
    accountId: AccountId,
    delegateId: DelegateId,
    fromDay: Day,
    untilDay: Day,
  })
  .refine(({ fromDay, untilDay }) => fromDay <= untilDay, {
    path: ['untilDay'],
    error: say('終わりの日は、始まりの日より後にしてください', 'The last day must not be before the first'),
  });
export type GiveAuthority = z.infer<typeof GiveAuthority>;
