import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import type { EventDay } from '#shared/events/contract.ts';
import type { DelegateId } from '#shared/ids.ts';
import type { Lang } from '#shared/lang.ts';
import { Answers } from '#web/requests/Answers.tsx';
import { SlotPicker } from '#web/requests/kinds/speaking/SlotPicker.tsx';
import { LangContext } from '#web/texts.ts';

const speaker = '0192a000-0000-7000-8000-000000000001' as DelegateId;
const details = {
  titleJa: '歩いて暮らせるまち',
  titleEn: 'Walkable cities',
  wishes: [{ day: '2027-11-11', part: 'afternoon' }],
  speakers: [{ delegateId: speaker }],
};
const answers = (lang: Lang) =>
  renderToStaticMarkup(
    <LangContext value={lang}>
      <Answers
        kind="speaking"
        details={details}
        context={{
          lang,
          timeZone: 'Africa/Addis_Ababa',
          people: [{ id: speaker, name: '石黒 誠', title: { ja: '環境部長', en: 'Director' } }],
        }}
      />
    </LangContext>,
  );
const headings = (html: string) => [...html.matchAll(/<h2>(.*?)<\/h2>/g)].map(([, words]) => words);

test('the answers show page by page in either language, what was typed keeping its own', () => {
  expect(headings(answers('ja'))).toEqual(['企画の内容', '希望の日時', '登壇者', '通訳と機材']);
  expect(headings(answers('en'))).toEqual(['Content', 'Times', 'Speakers', 'Interpreting and equipment']);
  expect(answers('ja')).toContain('日本時間 21–24時');
  expect(answers('en')).toContain('11 November (Thu), 15:00–18:00');
  expect(answers('en')).toMatch(/<span lang="ja"><span class="whitespace-pre-wrap"><span>歩いて暮らせるまち/);
  expect(answers('en')).not.toContain('<a ');
});

test('the grid of times has one cell in the tab order, names every cell and shows rest as rest', () => {
  const day = (date: string, rest: boolean): EventDay => ({ day: date, theme: { ja: '', en: '' }, rest });
  const html = renderToStaticMarkup(
    <SlotPicker
      id="wishes"
      error={undefined}
      days={[day('2027-11-13', false), day('2027-11-14', true)]}
      timeZone="Africa/Addis_Ababa"
      wishes={[{ day: '2027-11-13', part: 'midday' }]}
      onWishes={() => {}}
    />,
  );
  const cells = [...html.matchAll(/<button[^>]*>/g)].map(([tag]) => tag);
  expect(cells.length).toBe(3);
  expect(cells.map((tag) => /tabindex="0"/i.test(tag))).toEqual([false, true, false]);
  expect(cells.map((tag) => /aria-pressed="true"/.test(tag))).toEqual([false, true, false]);
  expect(cells[1]).toContain('aria-label="11月13日（土） 12–15時 第1希望"');
  expect(html).toContain('休会');
});
