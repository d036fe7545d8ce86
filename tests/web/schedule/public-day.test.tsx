import { brotliCompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import type { PublicProgramme } from '#shared/schedule/public-view.ts';
import { dayView, event } from '#tests/support/builders/programme.ts';
import { released } from '#tests/support/builders/released.ts';
import { publicRenderer } from '#web/schedule/public/render.tsx';

const during = '2027-11-11T11:20:00Z';
const live = released({ at: '14:00' });
const evening = released({ at: '18:30', ja: '夜の対話', en: '', room: 2, interpretation: 'none', theme: 'youth' });
const draw = (sessions: PublicProgramme['sessions'], query = '', now = during) =>
  publicRenderer.day(dayView(sessions, query, now));
/** Data for machines is in a block that no browser runs. */
const withoutData = (html: string) => html.replace(/<script type="application\/ld\+json">.*?<\/script>/g, '');
/** What is read, without marks. */
const words = (html: string) =>
  withoutData(html)
    .replace(/<style>.*?<\/style>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');

test('nothing in the page needs a script or a style attribute', () => {
  const { html, style } = draw([live, evening]);
  expect(withoutData(html)).not.toMatch(/<script|\son\w+=|\sstyle=|javascript:/i);
  expect(html.match(/<style>(.*?)<\/style>/)?.[1]).toBe(style);
});

test('each session lies in its room and at its time', () => {
  const { style } = draw([live, evening]);
  expect(style).toContain('#c0{grid-area:2/2/');
  expect(style).toMatch(/#c1\{grid-area:\d+\/3\/\d+\/4\}/);
});

test('both clocks are everywhere, the next day is marked', () => {
  const text = words(draw([evening]).html);
  expect(text.match(/18:30–19:30/g)).toHaveLength(3);
  expect(text.match(/翌0:30–1:30/g)).toHaveLength(2);
  expect(text.match(/翌0:30 /g)).toHaveLength(3);
  expect(text).toContain('会場 UTC+3 日本 +6時間');
});

test('what is on is marked on its own day only', () => {
  expect(words(draw([live]).html)).toContain('開催中 会場 14:00–15:00 日本 20:00–21:00 あと40分');
  expect(words(draw([live], 'day=2027-11-11', '2027-11-12T11:20:00Z').html)).not.toContain('開催中');
});

test('a cancelled session is struck and says so in every place', () => {
  const { html } = draw([released({ state: 'cancelled' })]);
  expect(words(html).match(/中止/g)?.length).toBeGreaterThanOrEqual(4);
  expect(html.match(/<s>雨をためて使うまち<\/s>/g)).toHaveLength(3);
});

test('details open by the browser’s own popover', () => {
  const { html } = draw([live]);
  expect(html).toContain('<button type="button" popoverTarget="p0">');
  expect(html).toContain('<div id="p0" popover="auto"');
  expect(html).toContain(`href="/schedule/cop32/sessions/${live.id}"`);
  expect(html).toContain(`href="/schedule/cop32/sessions/${live.id}.ics"`);
});

test('what everybody in the room must know stands with the session, and where it is streamed once that is public', () => {
  const streamUrl = 'https://stream.example/a';
  const notices = { noPhoto: true, noRecording: true };
  const { html } = draw([released({ at: '14:00', notices, streamUrl })]);
  expect(words(html)).toContain('撮影不可・録音・録画不可');
  expect(html).toContain(`<a href="${streamUrl}" rel="noreferrer">配信を見る</a>`);
  const plain = draw([live]).html;
  expect([words(plain).includes('撮影不可'), plain.includes('配信を見る')]).toEqual([false, false]);
});

test('a text that exists in one language only says which', () => {
  const { html } = draw([evening], 'lang=en');
  expect(html).toContain('<html lang="en">');
  expect(html).toContain('<span lang="ja">夜の対話</span>');
});

test('filters stay across days, languages and one another', () => {
  const { html } = draw([live, evening], 'day=2027-11-11&theme=youth&q=%E5%AF%BE%E8%A9%B1');
  const q = 'q=%E5%AF%BE%E8%A9%B1';
  expect(html).toContain(`href="/schedule/cop32?day=2027-11-12&amp;theme=youth&amp;${q}"`);
  expect(html).toContain(`href="/schedule/cop32?day=2027-11-11&amp;theme=youth&amp;${q}&amp;lang=en"`);
  expect(html).toContain(`href="/schedule/cop32?day=2027-11-11&amp;theme=youth&amp;${q}&amp;interp=1"`);
  expect(html).toContain('<input type="hidden" name="theme" value="youth"/>');
  expect(words(html)).toContain('条件：テーマ「若者」、検索「対話」 2件のうち1件');
});

test('an empty result says which filter and how to lift it', () => {
  const { html } = draw([live], 'day=2027-11-11&theme=nature&interp=1');
  expect(words(html)).toContain('この条件に合う企画は、この日にはありません');
  expect(words(html)).toContain('条件：テーマ「自然・生物多様性」、日英同時通訳 1件のうち0件');
  expect(html).toContain('<a class="do" href="/schedule/cop32?day=2027-11-11">条件を外す</a>');
});

test('a rest day and an empty day say so', () => {
  expect(words(draw([live], 'day=2027-11-14').html)).toContain('この日は休会です');
  expect(words(draw([live], 'day=2027-11-15').html)).toContain('この日の企画はありません');
});

test('days are links; today is named, the shown one is marked', () => {
  const { html } = draw([live]);
  expect(html).toMatch(
    /href="\/schedule\/cop32\?day=2027-11-11" aria-current="page"><b>11<\/b><i>木<\/i>.*?<em>本日<\/em>/,
  );
  expect(html).toContain('<a class="day past" href="/schedule/cop32?day=2027-11-08"');
});

test('search engines get one address for each language, without filters', () => {
  const { html } = draw([live], 'day=2027-11-11&theme=youth&lang=en');
  const address = 'https://desk.example/schedule/cop32?day=2027-11-11';
  expect(html).toContain(`<link rel="canonical" href="${address}&amp;lang=en"/>`);
  expect(html).toContain(`<link rel="alternate" hrefLang="ja" href="${address}"/>`);
});

test('what people wrote stays text', () => {
  const evil = '</style><script>alert(1)</script>"&<b>';
  const wish = {
    ja: evil,
    abstract: { ja: evil, en: evil },
    hosts: [{ ...(live.hosts[0] as never as object), name: { ja: evil, en: evil } }],
  };
  const { html, style } = draw([released(wish as never)], `day=2027-11-11&q=${encodeURIComponent(evil.slice(0, 20))}`);
  expect(withoutData(html) + style).not.toContain('<script');
  expect(html).toContain('&lt;/style&gt;&lt;script&gt;');
});

test('a full day of ninety sessions weighs at most 20 KB as sent', () => {
  const sessions = Array.from({ length: 90 }, (_, at) =>
    released({
      at: `${9 + Math.floor(at / 9)}:${String((at % 4) * 15).padStart(2, '0')}`,
      room: at % 4,
      minutes: 15,
      ja: `${at}番目の話`,
      en: `Story ${at}`,
    }),
  );
  const { html } = draw(sessions);
  expect(brotliCompressSync(html).length).toBeLessThan(20_000);
});

test('before a release the page says so, with the dates', () => {
  const { html } = publicRenderer.unreleased({ site: dayView([]).site, event, lang: 'ja' });
  expect(words(html)).toContain('プログラムはまだ公開されていません');
  expect(words(html)).toContain('2027年11月8日（月）–19日（金）');
});
