import { z } from 'zod';
import { EventDay } from '#shared/events/contract.ts';
import { OrganisationId, ProgrammeSessionId } from '#shared/ids.ts';
import { Bilingual, Lang } from '#shared/lang.ts';
import { Instant } from '#shared/shapes.ts';
import { Change } from './change-contract.ts';

/** How a municipality's answer to a proof stands for what would be released now. */
export const PROOF_STATES = ['waiting', 'late', 'fine', 'correct', 'lapsed'] as const;
export type ProofState = (typeof PROOF_STATES)[number];

/** A session that a release made now would change. */
export const ChangeAhead = z.strictObject({
  id: ProgrammeSessionId,
  title: Bilingual,
  /** Where it stands in the programme: as it will be, or as it was when it goes. */
  day: EventDay.shape.day,
  startsAt: Instant,
  changes: z.array(Change),
  /** The municipalities that are told. */
  memberIds: z.array(OrganisationId),
  /** Hosts without an account here; they must be told by other means. */
  untold: z.array(Bilingual),
  proofs: z.array(z.strictObject({ memberId: OrganisationId, state: z.enum(PROOF_STATES), comment: z.string() })),
});
export type ChangeAhead = z.infer<typeof ChangeAhead>;

/** What a release made now would do, for whoever is about to make it. */
export const ReleasePreview = z.strictObject({
  /** The number it would get. */
  number: z.int(),
  /** Names what is shown here; a release made with it is refused when anything of it has changed. */
  fingerprint: z.string(),
  timeZone: z.string(),
  changed: z.array(ChangeAhead),
  /** Sessions of the programme that stay as they are. */
  unchanged: z.int(),
  members: z.array(
    z.strictObject({
      id: OrganisationId,
      name: Bilingual,
      /** Who gets the mail; empty when nobody of it has an active account. */
      officers: z.array(z.strictObject({ name: z.string(), lang: Lang })),
      /** The mail, once in each language in which an officer reads it. */
      mails: z.array(z.strictObject({ lang: Lang, subject: z.string(), body: z.string() })),
    }),
  ),
});
export type ReleasePreview = z.infer<typeof ReleasePreview>;
