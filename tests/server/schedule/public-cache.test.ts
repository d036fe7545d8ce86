import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { bodyIn, createPageCache, finish } from '#server/schedule/public-cache.ts';

test('an answer is made once and kept', () => {
  const cache = createPageCache();
  let made = 0;
  const make = () => {
    made += 1;
    return finish('text/html', 'page');
  };
  expect(cache.of('a', make)).toBe(cache.of('a', make));
  expect(made).toBe(1);
});

test('when it is full, the one not asked for longest goes', () => {
  const cache = createPageCache(2 * (1000 * 1.5 + 500));
  const make = () => finish('text/html', 'x'.repeat(1000));
  const first = cache.of('a', make);
  cache.of('b', make);
  cache.of('a', make);
  cache.of('c', make);
  expect(cache.size).toBe(2);
  expect(cache.of('a', make)).toBe(first);
});

test('one that alone is too heavy is still given', () => {
  const cache = createPageCache(10);
  expect(cache.of('a', () => finish('text/html', 'x'.repeat(1000))).bodies.plain.length).toBe(1000);
});

test('each encoding gives the same text, and is made once', async () => {
  const page = finish('text/html', 'programme '.repeat(500));
  expect(brotliDecompressSync(await bodyIn(page, 'br')).toString()).toBe('programme '.repeat(500));
  expect(gunzipSync(await bodyIn(page, 'gzip')).toString()).toBe('programme '.repeat(500));
  expect(await bodyIn(page, 'br')).toBe(await bodyIn(page, 'br'));
});

test('another content has another hash', () => {
  expect(finish('text/html', 'a').hash).not.toBe(finish('text/html', 'b').hash);
  expect(finish('text/html', 'a').policy).toBeNull();
});
