import { expect, test } from 'vitest';
import { files, read } from './source.ts';

/** One word per thing (GLOSSARY.md). Left: what tempts us. Right: what we say. */
const SAY_INSTEAD = {
  badge: 'pass',
  ticket: 'pass',
  talk: 'session',
  booking: 'slot or meeting',
  applicant: 'member',
  tenant: 'member',
  conflict: 'clash, or "changed meanwhile"',
  stage: 'room (a request’s stage is a Stage)',
  conference: 'event',
} as const;

const declared = new RegExp(
  `\\b(?:const|let|function|type|class|interface)\\s+(\\w*(?:${Object.keys(SAY_INSTEAD).join('|')})\\w*)`,
  'gi',
);
/** The one meaning each word keeps. */
const ALLOWED = /^(set|Request)?stages?$|^STAGES$|stage(Names|Words|Of)?$|ConflictDialog|onConflict/i;

function slipsIn(file: string, source: string): string[] {
  return [...source.matchAll(declared)]
    .map(([, name = '']) => name)
    .filter((name) => !ALLOWED.test(name))
    .map((name) => `${file}: ${name}`);
}

test('the check can fail', () => {
  expect(slipsIn('x.ts', 'const badgeCount = 1;\nfunction listTickets() {}')).toEqual([
    'x.ts: badgeCount',
    'x.ts: listTickets',
  ]);
});

test('names use the glossary', () => {
  expect(files.filter((file) => !file.startsWith('tests/')).flatMap((file) => slipsIn(file, read(file)))).toEqual([]);
});
