import { say } from '#shared/shapes.ts';

/** What to do about a field of another organiser's timetable that does not fit. */
export const outsideFieldTexts = {
  source: say('予定表の名前を入力してください', 'Enter a name for the timetable'),
  text: say('予定表を貼り付けるか、ファイルを選んでください', 'Paste a timetable or choose a file'),
  large: say('予定表が大きすぎます。分けて読み込んでください', 'The timetable is too large. Read it in parts'),
  url: say('https:// で始まるアドレスを入力してください', 'Enter an address that begins with https://'),
  title: say('予定の名前を入力してください', 'Enter a title'),
  end: say('開始より後、24時間以内にしてください', 'Let it end after it begins, within 24 hours'),
};
