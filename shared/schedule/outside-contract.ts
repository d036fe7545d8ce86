import { z } from 'zod';
import { DelegateId, OutsideItemId, VenueId } from '#shared/ids.ts';
import { Bilingual } from '#shared/lang.ts';
import { PageQuery, pageOf } from '#shared/page.ts';
import { Day, Instant, line, Version } from '#shared/shapes.ts';
import { outsideFieldTexts as fieldTexts } from './outside-field-texts.ts';
import { MOST_CHARACTERS } from './outside-item.ts';

/** An entry of another organiser's timetable. */
export const OutsideItemView = z.strictObject({
  id: OutsideItemId,
  source: z.string(),
  title: Bilingual,
  startsAt: Instant,
  endsAt: Instant,
  timeZone: z.string(),
  place: z.string(),
  venueId: VenueId.nullable(),
  url: z.string(),
  organiser: z.string(),
  /** Somebody here has changed it, so that reading it in again leaves it alone. */
  edited: z.boolean(),
  attending: z.array(z.strictObject({ delegateId: DelegateId, name: Bilingual, member: Bilingual })),
  version: Version,
});
export type OutsideItemView = z.infer<typeof OutsideItemView>;

export const OutsideSource = z.strictObject({ name: z.string(), items: z.int(), importedAt: Instant });
export type OutsideSource = z.infer<typeof OutsideSource>;

export const OutsideQuery = z.strictObject({
  ...PageQuery,
  source: line(80).optional(),
  /** At the venue. */
  day: Day.optional(),
  q: line(50).optional(),
});
export const OutsidePage = pageOf(OutsideItemView).extend({ timeZone: z.string(), sources: z.array(OutsideSource) });
export type OutsidePage = z.infer<typeof OutsidePage>;

const source = line(80).refine((name) => name !== '', { error: fieldTexts.source });
const text = z.string().min(1, { error: fieldTexts.text }).max(MOST_CHARACTERS, {
  error: fieldTexts.large,
});

export const OutsideText = z.strictObject({ source, text });
export type OutsideText = z.infer<typeof OutsideText>;

export const OutsideRowView = z.strictObject({
  line: z.int(),
  status: z.enum(['new', 'changed', 'same', 'kept', 'faulty']),
  title: z.string(),
  startsAt: Instant.nullable(),
  endsAt: Instant.nullable(),
  place: z.string(),
  /** What differs from what was taken in before, in words. */
  differs: z.array(z.string()),
  /** Why it cannot be taken, in words. */
  faults: z.array(z.string()),
});
/** What saving would do. `digest` names exactly this, and is what is saved. */
export const OutsideReadingView = z.strictObject({
  format: z.enum(['ics', 'xml', 'table']),
  timeZone: z.string(),
  digest: z.string(),
  counts: z.record(OutsideRowView.shape.status, z.int()),
  rows: z.array(OutsideRowView),
  gone: z.array(z.strictObject({ id: OutsideItemId, title: Bilingual, startsAt: Instant, endsAt: Instant })),
});
export type OutsideReadingView = z.infer<typeof OutsideReadingView>;

export const OutsideImport = z.strictObject({
  ...{ source, text },
  digest: z.string().regex(/^[0-9a-f]{64}$/),
  /** Whether entries that the timetable no longer has are removed here too. */
  removeGone: z.boolean(),
});
export type OutsideImport = z.infer<typeof OutsideImport>;
export const OutsideDone = z.strictObject({ added: z.int(), changed: z.int(), removed: z.int() });
export type OutsideDone = z.infer<typeof OutsideDone>;

export const OutsideItemInput = z
  .strictObject({
    title: z.strictObject({ ja: line(200), en: line(200) }),
    startsAt: Instant,
    endsAt: Instant,
    place: line(120),
    venueId: VenueId.nullable(),
    url: line(500).refine((address) => address === '' || /^https?:\/\/[^\s"<>]+$/.test(address), {
      error: fieldTexts.url,
    }),
    organiser: line(120),
    attendingIds: z.array(DelegateId).max(60),
  })
  .refine(({ title }) => title.ja !== '' || title.en !== '', {
    path: ['title', 'ja'],
    error: fieldTexts.title,
  })
  .refine(
    ({ startsAt, endsAt }) => {
      const minutes = (Date.parse(endsAt) - Date.parse(startsAt)) / 60_000;
      return minutes >= 1 && minutes <= 1_440;
    },
    {
      path: ['endsAt'],
      error: fieldTexts.end,
    },
  );
export type OutsideItemInput = z.infer<typeof OutsideItemInput>;
