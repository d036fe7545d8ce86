import { readFileSync } from 'node:fs';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import type { Lang } from '#shared/lang.ts';
import { LangContext } from '#web/texts.ts';
import { Button } from '#web/ui/Button.tsx';
import { DualTime } from '#web/ui/DualTime.tsx';
import { LangText } from '#web/ui/LangText.tsx';
import { PlainText } from '#web/ui/PlainText.tsx';
import { type ShownState, StatusPill } from '#web/ui/StatusPill.tsx';
import { TextArea, TextInput } from '#web/ui/TextInput.tsx';
import { DueChip, TurnLine } from '#web/ui/Turn.tsx';
import { nameOf } from '#web/ui/use-hotkeys.ts';

const html = (part: ReactNode, lang: Lang = 'ja') =>
  renderToStaticMarkup(<LangContext value={lang}>{part}</LangContext>);
const words = (part: ReactNode, lang: Lang = 'ja') => html(part, lang).replace(/<[^>]*>/g, '');

const STATES: readonly ShownState[] = [
  'draft',
  'received',
  'review',
  'action',
  'arranging',
  'offered',
  'confirmed',
  'waitlisted',
  'declined',
  'withdrawn',
  'completed',
];

describe('states', () => {
  test('each has a shape of its own, so that colour is never needed', () => {
    const shapes = STATES.map((state) => /<svg.*<\/svg>/.exec(html(<StatusPill state={state} label="" />))?.[0]);
    expect(new Set(shapes).size).toBe(STATES.length);
  });

  const tokens = readFileSync('web/styles/tokens.css', 'utf8');
  const colour = (name: string) => new RegExp(`--${name}: (#[0-9a-f]{3,6});`).exec(tokens)?.[1] ?? '';
  const light = (hex: string) => {
    const full = hex.length === 4 ? [...hex.slice(1)].flatMap((one) => [one, one]).join('') : hex.slice(1);
    const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => {
      const part = Number.parseInt(full.slice(at, at + 2), 16) / 255;
      return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const contrast = (one: string, other: string) => {
    const [high = 0, low = 0] = [light(colour(one)), light(colour(other))].sort((a, b) => b - a);
    return (high + 0.05) / (low + 0.05);
  };
  test.each(STATES)('%s is readable on its ground', (state) => {
    expect(contrast(`${state}-fg`, `${state}-bg`)).toBeGreaterThanOrEqual(5.5);
    expect(contrast(`${state}-dot`, `${state}-bg`)).toBeGreaterThanOrEqual(3);
  });
  test('the lightest text is readable on every ground', () => {
    for (const ground of ['surface', 'canvas', 'sunken', 'tint']) {
      expect(contrast('ink-3', ground)).toBeGreaterThanOrEqual(4.5);
    }
    expect(contrast('control', 'surface')).toBeGreaterThanOrEqual(3);
  });
});

describe('times', () => {
  const times = { from: '2027-11-11T13:45:00Z', to: '2027-11-11T15:30:00Z', zone: 'Africa/Addis_Ababa' };
  test('both clocks say whose they are, the venue first', () => {
    expect(words(<DualTime {...times} />)).toBe('会場16:45–18:30日本 22:45–翌0:30');
    expect(words(<DualTime {...times} />, 'en')).toBe('Venue16:45–18:30Japan 22:45–0:30 next day');
    expect(words(<DualTime {...times} day="long" />)).toBe('会場11月11日（木）16:45–18:30日本 22:45–翌0:30');
  });
  test('in Japan one clock is enough, and still named', () => {
    expect(words(<DualTime from="2027-11-11T06:00:00Z" zone="Asia/Tokyo" />)).toBe('日本15:00');
  });
  test('the turn says who and by when', () => {
    expect(words(<TurnLine who="富山市" due="2027-09-30T08:00:00Z" />)).toBe('次：富山市9/30まで');
    expect(words(<TurnLine who="Toyama" due="2027-09-30T08:00:00Z" />, 'en')).toBe('Next: Toyamaby 30 Sept');
  });
  test.each([
    ['2027-09-22T08:00:00Z', 'late', '2日超過'],
    ['2027-09-28T08:00:00Z', 'soon', 'あと4日'],
    ['2027-10-28T08:00:00Z', 'calm', 'あと34日'],
  ])('a deadline on %s is %s', (due, tone, left) => {
    const chip = html(<DueChip due={due} now="2027-09-24T01:00:00Z" />);
    expect(chip).toContain(`data-tone="${tone}"`);
    expect(words(<DueChip due={due} now="2027-09-24T01:00:00Z" />)).toBe(left);
  });
});

describe('what people typed', () => {
  test('is text, whatever it looks like', () => {
    expect(html(<PlainText text={'<b>x</b>\njavascript:alert(1) http://a.example'} />)).toBe(
      '<span class="whitespace-pre-wrap"><span>&lt;b&gt;x&lt;/b&gt;\njavascript:alert(1) http://a.example</span></span>',
    );
  });
  test('becomes a link only for https, without the sentence around it', () => {
    const text = html(<PlainText text="資料（https://city.example/a?b=1&c=2）です。https://city.example。" />);
    expect([...text.matchAll(/href="([^"]*)"/g)].map(([, href]) => href)).toEqual([
      'https://city.example/a?b=1&amp;c=2',
      'https://city.example',
    ]);
    expect(text.match(/rel="noopener noreferrer nofollow ugc"/g)?.length).toBe(2);
  });
  test('shows its language when it is not the reader’s', () => {
    expect(words(<LangText text={{ ja: '富山市', en: 'Toyama' }} />)).toBe('富山市');
    expect(html(<LangText text={{ ja: '', en: 'Toyama' }} />)).toContain('<span lang="en">Toyama</span>');
    expect(words(<LangText text={{ ja: '', en: 'Toyama' }} />)).toBe('Toyama 英語');
  });
});

describe('fields', () => {
  test('the control is tied to label, hint and error, in that order', () => {
    const field = html(
      <TextInput
        id="t"
        label="企画名"
        hint="40字以内"
        error="企画名を入力してください"
        required
        value=""
        onValue={() => {}}
      />,
    );
    expect(field).toContain('<label class="field-label" for="t">');
    expect(field).toMatch(/<input[^>]*aria-describedby="t-hint t-error"[^>]*aria-invalid="true"/);
    expect(field.replace(/<[^>]*>/g, '')).toBe('企画名※必須40字以内企画名を入力してください');
    expect(field.indexOf('t-error')).toBeLessThan(field.indexOf('<input'));
  });
  test('the count is in signs as people count them, and says what is over', () => {
    expect(words(<TextInput label="" limit={3} value="𠮷野家" onValue={() => {}} />)).toBe('3 / 3字');
    expect(words(<TextInput label="" limit={2} value="𠮷野家" onValue={() => {}} />)).toBe('3 / 2字1字超えています');
    const area = <TextArea label="" limit={2} countWords value=" one  two three " onValue={() => {}} />;
    expect(html(area)).toContain('data-over="true"');
    expect(words(area, 'en')).toContain('3 of 2 words1 word too many');
  });
  test('a button is stopped only with a reason that can be read', () => {
    const stopped = html(<Button disabledReason="回答期限が過ぎました">回答する</Button>);
    expect(stopped).toMatch(
      /<button[^>]*aria-disabled="true"[^>]*aria-describedby="([^"]+)".*id="\1"[^>]*>回答期限が過ぎました/,
    );
    expect(stopped).not.toContain(' disabled');
    expect(html(<Button disabledReason={null}>回答する</Button>)).not.toContain('aria-disabled');
    expect(
      words(
        <Button busy busyLabel="保存しています…">
          保存する
        </Button>,
      ),
    ).toBe('保存しています…');
  });
});

test('keys are named as the guide writes them', () => {
  const key = (name: string, held: { ctrlKey?: boolean; metaKey?: boolean; shiftKey?: boolean } = {}) =>
    nameOf({ key: name, ctrlKey: false, metaKey: false, shiftKey: false, ...held });
  expect(key('j')).toBe('j');
  expect(key('X', { shiftKey: true })).toBe('Shift+x');
  expect(key('?', { shiftKey: true })).toBe('?');
  expect(key('Enter', { ctrlKey: true })).toBe('Ctrl+Enter');
  expect(key('z', { metaKey: true })).toBe('Ctrl+z');
});
