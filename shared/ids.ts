import { z } from 'zod';

/** Identifiers are UUIDv7 made in the application, and branded so that one cannot be passed for another. */
const id = <Name extends string>() => z.uuid().brand<Name>();

export const AccountId = id<'AccountId'>();
export type AccountId = z.infer<typeof AccountId>;
export const SessionId = id<'SessionId'>();
export type SessionId = z.infer<typeof SessionId>;
export const TokenId = id<'TokenId'>();
export type TokenId = z.infer<typeof TokenId>;
export const FactorResetId = id<'FactorResetId'>();
export type FactorResetId = z.infer<typeof FactorResetId>;
export const AuthorityId = id<'AuthorityId'>();
export type AuthorityId = z.infer<typeof AuthorityId>;
export const OrganisationId = id<'OrganisationId'>();
export type OrganisationId = z.infer<typeof OrganisationId>;
export const EventId = id<'EventId'>();
export type EventId = z.infer<typeof EventId>;
export const VenueId = id<'VenueId'>();
export type VenueId = z.infer<typeof VenueId>;
export const RoomId = id<'RoomId'>();
export type RoomId = z.infer<typeof RoomId>;
export const DeadlineId = id<'DeadlineId'>();
export type DeadlineId = z.infer<typeof DeadlineId>;
export const WindowId = id<'WindowId'>();
export type WindowId = z.infer<typeof WindowId>;
export const PoolId = id<'PoolId'>();
export type PoolId = z.infer<typeof PoolId>;
export const DelegationId = id<'DelegationId'>();
export type DelegationId = z.infer<typeof DelegationId>;
export const DelegateId = id<'DelegateId'>();
export type DelegateId = z.infer<typeof DelegateId>;
export const RequestId = id<'RequestId'>();
export type RequestId = z.infer<typeof RequestId>;
export const MessageId = id<'MessageId'>();
export type MessageId = z.infer<typeof MessageId>;
export const ViewId = id<'ViewId'>();
export type ViewId = z.infer<typeof ViewId>;
export const CallId = id<'CallId'>();
export type CallId = z.infer<typeof CallId>;
export const QuestionId = id<'QuestionId'>();
export type QuestionId = z.infer<typeof QuestionId>;
export const CriterionId = id<'CriterionId'>();
export type CriterionId = z.infer<typeof CriterionId>;
export const ProposalId = id<'ProposalId'>();
export type ProposalId = z.infer<typeof ProposalId>;
export const PassId = id<'PassId'>();
export type PassId = z.infer<typeof PassId>;
export const ProgrammeSessionId = id<'ProgrammeSessionId'>();
/** A session of the pavilion programme; a person's signed-in session is a `SessionId`. */
export type ProgrammeSessionId = z.infer<typeof ProgrammeSessionId>;
export const MeetingId = id<'MeetingId'>();
export type MeetingId = z.infer<typeof MeetingId>;
export const OutboxId = id<'OutboxId'>();
export type OutboxId = z.infer<typeof OutboxId>;
export const TaskId = id<'TaskId'>();
/** One of the small things that follow a selection. */
export type TaskId = z.infer<typeof TaskId>;
