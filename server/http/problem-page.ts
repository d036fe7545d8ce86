import { html } from 'hono/html';
import type { Lang } from '#shared/lang.ts';
import { PROBLEMS, type ProblemCode, type ProblemError, type ProblemParams } from '#shared/problem.ts';
import { problemWords } from '#shared/problem-texts.ts';
import { textsIn } from '#shared/text.ts';
import { pageTexts } from './page-texts.ts';
import { plainPage } from './plain-page.ts';
import { hints } from './problem-response.ts';

/** A refusal as a page, for whoever came with a browser and not through the API. */
export function problemPage(problem: ProblemError, lang: Lang, requestId: string): Promise<Response> {
  const words = textsIn(pageTexts, lang);
  const { title, detail } = problemWords(problem.code, problem.params, lang);
  const status = PROBLEMS[problem.code];
  const number = status >= 500 ? html`<p><small>${words.requestNumber(requestId)}</small></p>` : html``;
  const content = html`<p>${detail}</p><p>${words.office}</p>${number}<p><a href="/">${words.toStart}</a></p>`;
  return plainPage(lang, title, content, { status, headers: hints(problem) });
}

/** The page behind a problem's `type`, or null when there is no such problem. */
export function problemMeaningPage(code: string, lang: Lang): Promise<Response> | null {
  if (!Object.hasOwn(PROBLEMS, code)) return null;
  const known = code as ProblemCode;
  const words = textsIn(pageTexts, lang);
  // The general sentence: what would fill it in is known only to the refusal itself.
  const example = { because: words.problemMeaning, names: '…', pool: '…', short: 1, count: 1, seconds: 60 };
  const { title, detail } = problemWords(known, example as unknown as ProblemParams[typeof known], lang);
  const content = html`<p>${detail}</p>
<p><code>${words.problemCode(known, PROBLEMS[known])}</code></p>
<p><a href="/docs">${words.docs}</a></p>`;
  return plainPage(lang, title, content);
}
