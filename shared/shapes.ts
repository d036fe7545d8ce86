import { z } from 'zod';

/** A message in both languages, as schemas carry it; the frame shows the caller's half. */
export function say(ja: string, en: string): string {
  return `${ja}|||${en}`;
}

const nearYear = { error: say('2000年から2099年の間で選んでください', 'Choose a date between 2000 and 2099') };
/** What is no date at all is said by the shape itself. */
const isNear = (text: string) => !/^\d{4}-/.test(text) || text.startsWith('20');

/** An instant on the wire: RFC 3339 with an offset, in this century. */
export const Instant = z.iso
  .datetime({ offset: true, error: say('日時を選んでください', 'Choose a date and a time') })
  .refine(isNear, nearYear);
/** A calendar day, `YYYY-MM-DD`, without a zone: the venue's, in this century. */
export const Day = z.iso.date({ error: say('日付を選んでください', 'Choose a day') }).refine(isNear, nearYear);
/** A time of day at the venue, `HH:mm`, 24 hours. */
export const ClockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, {
  error: say('時刻を 09:30 のように入力してください', 'Enter a time such as 09:30'),
});
export const Version = z.int32().min(1);
export const TimeZone = z
  .string()
  .max(64)
  .refine(isTimeZone, {
    error: say(
      '時間帯の名前を選んでください（例：Africa/Addis_Ababa）',
      'Choose a time zone such as Africa/Addis_Ababa',
    ),
  });

/** One line of text a person typed: trimmed, NFC, no control or direction characters, at most `max` characters. */
export function line(max: number) {
  return z
    .string()
    .transform((text) => text.normalize('NFC').trim())
    .refine((text) => [...text].length <= max, {
      error: say(`${max}文字までにしてください`, `Use at most ${max} characters`),
    })
    .refine((text) => !/[\p{Cc}\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/u.test(text), {
      error: say('改行や見えない文字を除いてください', 'Remove line breaks and invisible characters'),
    });
}

/** Several lines of text; line breaks and tabs are kept. */
export function paragraph(max: number) {
  return z
    .string()
    .transform((text) => text.normalize('NFC').replaceAll('\r\n', '\n').trim())
    .refine((text) => [...text].length <= max, {
      error: say(`${max}文字までにしてください`, `Use at most ${max} characters`),
    })
    .refine((text) => !/[^\P{Cc}\n\t]|[\u202a-\u202e\u2066-\u2069]/u.test(text), {
      error: say('見えない文字を除いてください', 'Remove invisible characters'),
    });
}

/** A line that may not stay empty; `ja` and `en` say what to enter. */
export function requiredLine(max: number, ja: string, en: string) {
  return line(max).refine((text) => text !== '', { error: say(ja, en) });
}

export function requiredParagraph(max: number, ja: string, en: string) {
  return paragraph(max).refine((text) => text !== '', { error: say(ja, en) });
}

/** An e-mail address as we keep it: ASCII, lower case, one `@`. */
export const Email = z
  .string()
  .transform((text) => text.normalize('NFKC').trim().toLowerCase())
  .refine((text) => text.length <= 254 && /^[\x21-\x3f\x41-\x7e]+@[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(text), {
    error: say(
      'メールアドレスを name@example.jp の形で入力してください',
      'Enter an e-mail address such as name@example.jp',
    ),
  });

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
