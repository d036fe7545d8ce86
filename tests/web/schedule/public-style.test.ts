import { readdirSync, readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { expect, test } from 'vitest';

const folder = 'web/schedule/public';
const own = readdirSync(folder).filter((file) => file.endsWith('.css'));
const sources = ['web/styles/tokens.css', 'web/styles/base.css', ...own.map((file) => `${folder}/${file}`)];
const css = sources.map((file) => readFileSync(file, 'utf8')).join('\n');

test('the style of the public pages weighs at most 8 KB as sent, even before the build shortens it', () => {
  expect(own.length).toBeGreaterThan(2);
  expect(brotliCompressSync(css).length).toBeLessThan(8_000);
});

test('it asks nobody for anything', () => {
  expect(css).not.toMatch(/url\(|https?:|@font-face/);
});

test('every theme has its colour', () => {
  for (const theme of ['energy', 'adaptation', 'nature', 'circular', 'finance', 'youth', 'pavilion']) {
    expect(css).toContain(`.t-${theme} {`);
  }
});
