import { z } from 'zod';
import { AccountId, DelegateId, EventId, MessageId, OrganisationId, RequestId, ViewId } from '#shared/ids.ts';
import { Bilingual } from '#shared/lang.ts';
import { PageQuery, pageOf } from '#shared/page.ts';
import { Day, Instant, line, paragraph, requiredLine, requiredParagraph, say, Version } from '#shared/shapes.ts';
import { REQUEST_KINDS } from './kind-names.ts';
import { REQUEST_ACTIONS, REQUEST_STATES, TURNS } from './lifecycle.ts';
import { RISK_GROUPS } from './risk.ts';

export const Kind = z.enum(REQUEST_KINDS);
export const State = z.enum(REQUEST_STATES);
export const TurnOf = z.enum(TURNS);
export const STAGES = ['approaching', 'negotiating', 'agreed', 'placed', 'held', 'partly'] as const;
export const Stage = z.enum(STAGES);

const Person = z.strictObject({ id: AccountId, name: z.string() });
const MemberName = z.strictObject({ id: OrganisationId, name: Bilingual });

/** A line of a list. `unread` is about the reader: something was written since they last looked. */
export const RequestRow = z.strictObject({
  id: RequestId,
  reference: z.string().nullable(),
  kind: Kind,
  state: State,
  stage: Stage.nullable(),
  turn: TurnOf,
  title: Bilingual,
  member: MemberName,
  owner: Person.nullable(),
  nextStep: z.string(),
  dueAt: Instant.nullable(),
  riskAt: Instant.nullable(),
  late: z.boolean(),
  headOfGovernment: z.boolean(),
  unread: z.boolean(),
  submittedAt: Instant.nullable(),
  updatedAt: Instant,
  version: Version,
});
export type RequestRow = z.infer<typeof RequestRow>;
export const RequestPage = pageOf(RequestRow);

const list = <Item extends z.ZodType>(item: Item) =>
  z
    .preprocess(
      (value) => (typeof value === 'string' ? value.split(',').filter(Boolean) : value),
      z.array(item).max(20),
    )
    .optional();

/** The filters of the queue, as they stand in its address. */
export const QueueFilter = {
  event: z.string().regex(/^[a-z0-9-]{2,40}$/),
  kind: list(Kind),
  state: list(State),
  member: list(OrganisationId),
  /** `me`, `none`, or an account. */
  owner: z.union([z.literal('me'), z.literal('none'), AccountId]).optional(),
  turn: TurnOf.optional(),
  group: z.enum(RISK_GROUPS).optional(),
  head: z.stringbool().optional(),
  closed: z.stringbool().default(false),
  q: z.string().max(60).optional(),
};
/** Open requests come by deadline risk: overdue first, then by the last moment to act. Closed ones come latest first. */
export const QueueQuery = z.strictObject({ ...QueueFilter, ...PageQuery });
export type QueueQuery = z.infer<typeof QueueQuery>;

/** How many open requests there are in each group, and in the views everybody has. */
export const QueueCounts = z.strictObject({
  groups: z.record(z.enum(RISK_GROUPS), z.int()),
  kinds: z.record(Kind, z.int()),
  mine: z.int(),
  unassigned: z.int(),
  counterpart: z.int(),
  head: z.int(),
  open: z.int(),
});
export type QueueCounts = z.infer<typeof QueueCounts>;

/** Step a person may take now, or why not in words for a tooltip. */
export const ActionView = z.strictObject({ action: z.enum(REQUEST_ACTIONS), whyNot: z.string().nullable() });

export const NamedDelegate = z.strictObject({
  id: DelegateId,
  name: z.string(),
  nameLatin: z.string(),
  title: Bilingual,
  level: z.string(),
  arrivesOn: Day.nullable(),
  leavesOn: Day.nullable(),
  removed: z.boolean(),
});

/** The municipality's own approval. `holds` is false once the answers have changed since it was given. */
export const SignOffView = z.strictObject({
  state: z.enum(['waiting', 'given', 'returned']),
  number: z.string(),
  decidedOn: Day.nullable(),
  approver: z.string(),
  /** Given here by the approver's own account, and not written down from paper. */
  byAccount: z.boolean(),
  askedBy: z.string().nullable(),
  comment: z.string(),
  at: Instant,
  holds: z.boolean(),
});
export type SignOffView = z.infer<typeof SignOffView>;

export const RequestView = z.strictObject({
  ...RequestRow.shape,
  event: z.strictObject({ id: EventId, slug: z.string(), shortName: z.string(), timeZone: z.string() }),
  /** The answers of its kind; see `kinds/`. */
  details: z.record(z.string(), z.unknown()),
  step: z.string(),
  delegates: z.array(NamedDelegate),
  createdAt: Instant,
  decidedAt: Instant.nullable(),
  closedAt: Instant.nullable(),
  createdBy: z.string(),
  /** The member of staff who filed it for the municipality. */
  filedForBy: z.string().nullable(),
  editable: z.boolean(),
  actions: z.array(ActionView),
  /** The last thing the office wrote when it asked, offered or decided. */
  lastWord: z
    .strictObject({ kind: z.enum(['question', 'offer', 'decision']), body: z.string(), at: Instant })
    .nullable(),
  waitlist: z.strictObject({ position: z.int(), of: z.int() }).nullable(),
  signOff: SignOffView.nullable(),
  /** Whether the municipality sends nothing without a sign-off. */
  signOffRequired: z.boolean(),
});
export type RequestView = z.infer<typeof RequestView>;

export const CreateDraft = z.strictObject({
  event: z.string().regex(/^[a-z0-9-]{2,40}$/),
  kind: Kind,
  /** Only for staff who file it for a municipality. */
  memberId: OrganisationId.optional(),
});
export type CreateDraft = z.infer<typeof CreateDraft>;

/** What has been answered so far, whole; saving is never refused for being incomplete. */
export const SaveAnswers = z.strictObject({
  details: z.record(z.string(), z.unknown()),
  step: z.string().max(40).default(''),
});
export type SaveAnswers = z.infer<typeof SaveAnswers>;

const Words = (ja: string, en: string) => requiredParagraph(2000, ja, en);
export const Reason = z.strictObject({ reason: Words('理由を入力してください', 'Enter the reason') });
export const OptionalReason = z.strictObject({ reason: paragraph(1000).default('') });
export const AskInput = z.strictObject({
  nextStep: requiredLine(60, '何をしてほしいかを短く入力してください', 'Say in a few words what is needed'),
  body: Words('自治体に送る文を入力してください', 'Enter the text for the municipality'),
  dueAt: Instant,
});
export const AnswerInput = z.strictObject({ body: Words('回答を入力してください', 'Enter your answer') });
export const OfferInput = z.strictObject({
  body: Words('提示する内容を入力してください', 'Enter what you offer'),
  dueAt: Instant,
});
export const AssignInput = z.strictObject({ ownerId: AccountId.nullable(), note: line(200).default('') });
export const DueInput = z.strictObject({
  dueAt: Instant,
  nextStep: line(60).default(''),
  turn: z.enum(['member', 'desk', 'counterpart']),
});

export const MessageInput = z.strictObject({ body: Words('本文を入力してください', 'Enter a message') });
export const MessageView = z.strictObject({
  id: MessageId,
  kind: z.enum(['message', 'question', 'answer', 'offer', 'decision']),
  fromOffice: z.boolean(),
  author: z.string(),
  /** For whom the author wrote, when for somebody else. */
  principal: Bilingual.nullable(),
  body: z.string(),
  at: Instant,
});
export type MessageView = z.infer<typeof MessageView>;
export const NoteView = z.strictObject({ id: MessageId, author: z.string(), body: z.string(), at: Instant });
export type NoteView = z.infer<typeof NoteView>;
export const HistoryView = z.strictObject({
  id: z.uuid(),
  at: Instant,
  actor: z.string(),
  actorRole: z.string(),
  subject: z.string(),
  action: z.string(),
  fromState: z.string().nullable(),
  toState: z.string().nullable(),
  reason: z.string().nullable(),
  details: z.record(z.string(), z.unknown()),
  subjectId: z.uuid(),
  /** For which municipality somebody of the office acted. */
  principal: Bilingual.nullable(),
  /** The reference of the request it is about, once that has one. */
  reference: z.string().nullable(),
  requestId: RequestId.nullable(),
});
export type HistoryView = z.infer<typeof HistoryView>;

/** A sign-off given on paper, written down with its number. */
export const SignOffInput = z.strictObject({
  number: requiredLine(60, '決裁番号を入力してください', 'Enter the number of the sign-off'),
  decidedOn: Day,
  approver: requiredLine(60, '決裁者の氏名を入力してください', 'Enter the name of who signed it off'),
});
export type SignOffInput = z.infer<typeof SignOffInput>;
export const SignOffDecision = z.discriminatedUnion('decision', [
  z.strictObject({ decision: z.literal('give'), number: line(60).default('') }),
  z.strictObject({
    decision: z.literal('return'),
    comment: requiredParagraph(500, '直してほしいことを入力してください', 'Say what should be changed'),
  }),
]);
export type SignOffDecision = z.infer<typeof SignOffDecision>;
export const SignOffRuleShape = z.strictObject({ required: z.boolean(), approverId: AccountId.nullable() });
export type SignOffRuleShape = z.infer<typeof SignOffRuleShape>;
export const WaitingDraft = z.strictObject({
  id: RequestId,
  kind: Kind,
  title: Bilingual,
  askedBy: z.string(),
  at: Instant,
});
export type WaitingDraft = z.infer<typeof WaitingDraft>;

/** Ready filters of the record: every look at passport data; every change of who may do what. */
export const HISTORY_SELECTIONS = ['reveals', 'access'] as const;
export const HistoryFilter = z.strictObject({
  /** Part of the name of who acted. */
  person: line(60).optional(),
  /** A request's reference, or the id of whatever was changed. */
  thing: line(60).optional(),
  subject: z
    .string()
    .regex(/^[a-z_]{1,40}$/)
    .optional(),
  action: z
    .string()
    .regex(/^[a-z_.-]{1,40}$/)
    .optional(),
  /** The first and the last day, of Japan. */
  since: Day.optional(),
  until: Day.optional(),
  only: z.enum(HISTORY_SELECTIONS).optional(),
});
export type HistoryFilter = z.infer<typeof HistoryFilter>;
export const HistoryQuery = z.strictObject({ ...PageQuery, ...HistoryFilter.shape });
/** The end of the chain that seals the record, to be noted outside of the database. Null before anything is sealed. */
export const HistoryHead = z.strictObject({
  head: z.strictObject({ seq: z.int(), hash: z.string(), sealedAt: Instant }).nullable(),
});
export type HistoryHead = z.infer<typeof HistoryHead>;
/** A file for a spreadsheet: its name and its text. `cut` when there was more than fits into one. */
export const HistoryExport = z.strictObject({ name: z.string(), text: z.string(), rows: z.int(), cut: z.boolean() });
export type HistoryExport = z.infer<typeof HistoryExport>;

/** Who else has it open now. */
export const PresenceView = z.strictObject({ others: z.array(z.string()), version: Version });
export type PresenceView = z.infer<typeof PresenceView>;

/** One act on many requests; each is judged on its own and the answer says how it went. */
export const BulkInput = z.strictObject({
  items: z
    .array(z.strictObject({ id: RequestId, version: Version }))
    .min(1)
    .max(200, { error: say('一度に200件までにしてください', 'Choose at most 200 at once') }),
  act: z.discriminatedUnion('do', [
    z.strictObject({ do: z.literal('assign'), ownerId: AccountId.nullable() }),
    z.strictObject({ do: z.enum(['start', 'approve', 'waitlist']) }),
    z.strictObject({ do: z.literal('decline'), reason: Words('理由を入力してください', 'Enter the reason') }),
    z.strictObject({ do: z.literal('ask'), ...AskInput.shape }),
    z.strictObject({ do: z.literal('message'), body: Words('本文を入力してください', 'Enter a message') }),
    z.strictObject({ do: z.literal('undo'), undoes: z.uuid() }),
  ]),
});
export type BulkInput = z.infer<typeof BulkInput>;
export const BulkAnswer = z.strictObject({
  /** Name it in `undo` to take the whole act back, as long as nobody has gone on from there. Null when it cannot be taken back. */
  undo: z.uuid().nullable(),
  done: z.array(z.strictObject({ id: RequestId, version: Version })),
  refused: z.array(z.strictObject({ id: RequestId, reference: z.string().nullable(), detail: z.string() })),
});
export type BulkAnswer = z.infer<typeof BulkAnswer>;

export const ViewInput = z.strictObject({
  name: requiredLine(30, '名前を入力してください', 'Enter a name'),
  query: z.string().max(500),
});
export const SavedView = z.strictObject({ id: ViewId, name: z.string(), query: z.string() });
export type SavedView = z.infer<typeof SavedView>;
