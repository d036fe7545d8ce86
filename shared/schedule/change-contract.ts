import { z } from 'zod';
import { ProgrammeSessionId } from '#shared/ids.ts';
import { Bilingual } from '#shared/lang.ts';
import { Instant } from '#shared/shapes.ts';
import { PublicSession } from './contract.ts';

const of = PublicSession.shape;
const start = z.strictObject({ day: of.day, startsAt: Instant });

/** A field whose old and new value say everything; a value that was or is not there is left out. */
const field = <const Kind extends string, Value extends z.ZodType>(kind: Kind, value: Value) =>
  z.strictObject({ kind: z.literal(kind), from: value.optional(), to: value.optional() });

/** One difference of one session between two releases, with what was and what is. */
export const Change = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('added'), to: PublicSession }),
  z.strictObject({ kind: z.literal('removed'), from: PublicSession }),
  z.strictObject({ kind: z.literal('cancelled'), from: of.state, to: of.state }),
  z.strictObject({ kind: z.literal('restored'), from: of.state, to: of.state }),
  z.strictObject({ kind: z.literal('moved'), from: start, to: start }),
  /** Minutes. */
  z.strictObject({ kind: z.literal('length'), from: z.number(), to: z.number() }),
  field('room', of.room),
  field('title', Bilingual),
  field('speakers', of.speakers),
  field('hosts', of.hosts),
  field('language', of.language),
  field('interpretation', of.interpretation),
  field('abstract', Bilingual),
  field('theme', of.theme),
  field('format', of.format),
  field('streamUrl', of.streamUrl.unwrap()),
  field('notices', of.notices.unwrap()),
  /** What a release says besides, by the name of its field; older releases may not have it at all. */
  z.strictObject({
    kind: z.literal('other'),
    field: z.string(),
    from: z.unknown().optional(),
    to: z.unknown().optional(),
  }),
]);
export type Change = z.infer<typeof Change>;
export type ChangeKind = Change['kind'];

/** Everything in which one session differs between two releases. */
export const ChangedSession = z.strictObject({ id: ProgrammeSessionId, changes: z.array(Change).min(1) });
export type ChangedSession = z.infer<typeof ChangedSession>;
