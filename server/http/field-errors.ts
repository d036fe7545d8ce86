import type { z } from 'zod';
import type { Lang } from '#shared/lang.ts';
import type { FieldError } from '#shared/problem.ts';
import { textsIn } from '#shared/text.ts';
import { fieldErrorTexts } from './field-error-texts.ts';
import { escapePointer } from './read-body.ts';

type Issue = z.core.$ZodIssue;
type Checked<Schema extends z.ZodType> = { value: z.output<Schema> } | { errors: FieldError[] };

/** Parses, or says field by field what to do, in the caller's language. `pointerOf` says how a field is named. */
export function check<Schema extends z.ZodType>(
  schema: Schema,
  input: unknown,
  lang: Lang,
  pointerOf: (path: readonly PropertyKey[]) => string = jsonPointer,
): Checked<Schema> {
  // A schema's own `error` wins over this one, so what is asked for here is only the general sentence.
  const parsed = schema.safeParse(input, { error: (issue) => sentence(issue as z.core.$ZodRawIssue, lang) });
  if (parsed.success) return { value: parsed.data };
  return { errors: parsed.error.issues.flatMap((issue) => fieldErrors(issue, [], lang, pointerOf)) };
}

export function jsonPointer(path: readonly PropertyKey[]): string {
  return path.map((part) => `/${escapePointer(part)}`).join('');
}

function fieldErrors(
  issue: Issue,
  above: readonly PropertyKey[],
  lang: Lang,
  pointerOf: (path: readonly PropertyKey[]) => string,
): FieldError[] {
  const path = [...above, ...issue.path];
  if (issue.code === 'unrecognized_keys') {
    const detail = textsIn(fieldErrorTexts, lang).unknownKey;
    return issue.keys.map((key) => ({ pointer: pointerOf([...path, key]), detail }));
  }
  const branch = issue.code === 'invalid_union' ? closestBranch(issue.errors) : [];
  if (branch.length > 0) return branch.flatMap((inner) => fieldErrors(inner, path, lang, pointerOf));
  return [{ pointer: pointerOf(path), detail: inOneLanguage(issue.message, lang) }];
}

/** Of several shapes a value might have had, the one that it failed deepest inside: that is the one it was meant to be. */
function closestBranch(branches: readonly Issue[][]): Issue[] {
  const depth = (issues: Issue[]) => Math.max(0, ...issues.map((issue) => issue.path.length));
  const [closest = []] = [...branches].sort((a, b) => depth(b) - depth(a));
  return depth(closest) > 0 ? closest : [];
}

/** A schema says both languages in one message, Japanese first: `日時を選んでください|||Choose a time`. */
function inOneLanguage(message: string, lang: Lang): string {
  const [ja = '', en = ja] = message.split('|||');
  return lang === 'ja' ? ja : en;
}

function sentence(issue: z.core.$ZodRawIssue, lang: Lang): string {
  const words = textsIn(fieldErrorTexts, lang);
  const numbers = new Intl.NumberFormat(lang);
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined || issue.input === null ? words.missing : wordsOfType(issue.expected, words);
    case 'invalid_value':
      if (issue.input === undefined || issue.input === '') return words.missing;
      return issue.values.length <= 6 ? words.chooseOf(issue.values.map(String).join(' / ')) : words.choose;
    case 'too_small': {
      const least = numbers.format(issue.minimum);
      if (issue.origin === 'string') return issue.input === '' ? words.missing : words.longer(least);
      return issue.origin === 'array' ? words.moreItems(least) : words.atLeast(least);
    }
    case 'too_big': {
      const most = numbers.format(issue.maximum);
      if (issue.origin === 'string') return words.shorter(most);
      return issue.origin === 'array' ? words.fewerItems(most) : words.atMost(most);
    }
    case 'invalid_format':
      return issue.input === '' ? words.missing : wordsOfFormat(issue.format, words);
    case 'invalid_union':
      return issue.input === undefined || issue.input === null ? words.missing : words.choose;
    default:
      return words.check;
  }
}

type FieldWords = (typeof fieldErrorTexts)['ja'] | (typeof fieldErrorTexts)['en'];

function wordsOfType(expected: string, words: FieldWords): string {
  const known: Record<string, string> = {
    string: words.text,
    number: words.number,
    int: words.integer,
    boolean: words.yesNo,
    array: words.list,
    object: words.object,
    date: words.date,
  };
  return known[expected] ?? words.check;
}

function wordsOfFormat(format: string, words: FieldWords): string {
  const known: Record<string, string> = {
    email: words.email,
    url: words.url,
    date: words.date,
    datetime: words.datetime,
    time: words.time,
    uuid: words.id,
    guid: words.id,
  };
  return known[format] ?? words.check;
}
