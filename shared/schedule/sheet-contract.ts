import { z } from 'zod';
import { RoomView } from '#shared/events/contract.ts';
import { RoomId } from '#shared/ids.ts';
import { Bilingual } from '#shared/lang.ts';
import { Day, line, paragraph } from '#shared/shapes.ts';
import { SessionView } from './contract.ts';
import { sheetRefusals } from './sheet-texts.ts';

/** As many words as an English biography may have; programmes print no more. */
export const LONGEST_BIOGRAPHY = 100;

export const wordsIn = (text: string): number => text.split(/\s+/).filter(Boolean).length;

/** A line of the run of show: how long, who, what. */
export const RunItem = z
  .strictObject({
    minutes: z.int().min(0).max(480),
    who: line(120),
    what: z.strictObject({ ja: line(120), en: line(160) }),
  })
  .refine(({ what }) => what.ja !== '' || what.en !== '', { path: ['what', 'ja'], error: sheetRefusals.what });
export type RunItem = z.infer<typeof RunItem>;

const Biography = z.strictObject({
  ja: paragraph(400),
  en: paragraph(1000).refine((text) => wordsIn(text) <= LONGEST_BIOGRAPHY, { error: sheetRefusals.tooManyWords }),
});

/** What municipality and office write together before a session. */
export const PapersInput = z.strictObject({
  /** One for each speaker, in their order. */
  biographies: z.array(Biography).max(12),
  questions: z.strictObject({ ja: paragraph(2000), en: paragraph(3000) }),
  items: z.array(RunItem).max(40),
});
export type PapersInput = z.infer<typeof PapersInput>;

/** Everything that is printed for whoever runs a session. Never public. */
export const SheetView = z.strictObject({
  session: SessionView,
  room: RoomView.nullable(),
  event: z.strictObject({ shortName: z.string(), timeZone: z.string() }),
  reference: z.string(),
  biographies: z.array(Bilingual),
  questions: Bilingual,
  items: z.array(RunItem),
});
export type SheetView = z.infer<typeof SheetView>;

export const SheetQuery = z.strictObject({ day: Day, room: RoomId.optional() });
