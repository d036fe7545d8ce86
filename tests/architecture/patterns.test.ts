import { expect, test } from 'vitest';
import { ownPrograms, parse, piecesOf } from './syntax.ts';

/** Every pattern of the program against texts made to keep it busy: none may take longer than its text is worth. */
const LONGEST = 100_000;
const MOST_MS = 20;

type Pattern = { where: string; pattern: string; flags: string };

function patternsIn(file: string, pieces: Iterable<{ type: string } & Record<string, unknown>>): Pattern[] {
  return [...pieces].flatMap((piece) => {
    const regex =
      piece.type === 'Literal' ? (piece.regex as { pattern: string; flags: string } | undefined) : undefined;
    return regex ? [{ where: `${file} /${regex.pattern}/${regex.flags}`, ...regex }] : [];
  });
}

/** Texts for a pattern: its own letters, what its classes mean, and pairs of them, over and over, with an end that never fits. */
function* attacksOn(pattern: string, length: number): Generator<string> {
  const letters = [...new Set(pattern.replace(/\\[a-z]|\\u\{[^}]*\}/gi, '').replace(/[\\[\](){}|^$*+?]/g, ''))].slice(
    0,
    12,
  );
  const units = [
    ...new Set([...letters, 'a', 'A', '0', ' ', '\t', '\n', '.', '-', '_', '/', '@', 'あ', '\u0001', '\ud83d\ude00']),
  ];
  const pairs = units.slice(0, 7).flatMap((one) => units.slice(0, 7).map((two) => one + two));
  const lead = letters.join('').slice(0, 4);
  for (const unit of [...units, ...pairs]) {
    const many = unit.repeat(Math.ceil(length / unit.length));
    yield `${many}\u0000`;
    yield `${lead}${many}!`;
  }
}

/** The time in milliseconds of the quicker of two runs: a busy machine is not the pattern's fault. */
function timeOf(regex: RegExp, text: string): number {
  const once = () => {
    const began = performance.now();
    regex.lastIndex = 0;
    regex.test(text);
    return performance.now() - began;
  };
  const first = once();
  return first <= MOST_MS || first > 5_000 ? first : Math.min(first, once(), once());
}

/**
 * The first text that keeps a pattern too long, said by its length and beginning, or null. Lengths grow by little at
 * first: what doubles with each letter must be noticed before it would take for ever.
 */
function tooSlow({ pattern, flags }: Pick<Pattern, 'pattern' | 'flags'>): string | null {
  const regex = new RegExp(pattern, flags);
  for (const length of [22, 25, 28, 31, 1_000, 10_000, LONGEST]) {
    for (const text of attacksOn(pattern, length)) {
      const ms = timeOf(regex, text);
      if (ms > MOST_MS) return `${Math.round(ms)} ms for ${length} × ${JSON.stringify(text.slice(0, 8))}`;
    }
  }
  return null;
}

test.each(['^(a+)+$', '(a|a)*b', '\\s+$', '^(\\w+\\s?)*$', '([a-z]+)*@'])(
  'is seen when it is slow: %s',
  (pattern) => {
    expect(tooSlow({ pattern, flags: '' })).not.toBeNull();
  },
  60_000,
);

test('patterns are found where they are written', () => {
  expect(patternsIn('x.ts', piecesOf(parse("a.replace(/b+/g, '/c/')", 'x.ts')))).toEqual([
    { where: 'x.ts /b+/g', pattern: 'b+', flags: 'g' },
  ]);
});

test('no pattern is slow, whatever is put before it', () => {
  const all = ownPrograms().flatMap(({ file, pieces }) => patternsIn(file, pieces));
  expect(all.length).toBeGreaterThan(80);
  expect(all.map((one) => [one.where, tooSlow(one)]).filter(([, slow]) => slow !== null)).toEqual([]);
}, 300_000);
