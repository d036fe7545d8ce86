import { html } from 'hono/html';
import { ROLES } from '#shared/actor.ts';
import type { Lang } from '#shared/lang.ts';
import { scopeOf } from '#shared/permission.ts';
import { roleNames } from '#shared/role-texts.ts';
import { textsIn } from '#shared/text.ts';
import { problemsOf } from './openapi.ts';
import { pageTexts } from './page-texts.ts';
import { plainPage } from './plain-page.ts';
import type { Route } from './route.ts';

/** Every operation on one page, for people who write programs; complete without a script. */
export function docsPage(routes: readonly Route[], lang: Lang): Promise<Response> {
  const words = textsIn(pageTexts, lang);
  const groups = [...new Set(routes.map(groupOf))];
  const content = html`<p>${words.docsLead} <a href="/openapi.json">/openapi.json</a></p>
${groups.map((group) => html`<h2>${group}</h2>${routes.filter((route) => groupOf(route) === group).map((route) => entry(route, lang))}`)}`;
  return plainPage(lang, words.docs, content);
}

function entry({ method, path, operation }: Route, lang: Lang) {
  const words = textsIn(pageTexts, lang);
  const who = ROLES.filter((role) => scopeOf(role, operation.action) !== 'none').map((role) => roleNames[lang][role]);
  return html`<h3 id="${operation.id}"><code>${method} ${path}</code></h3>
<p>${operation.summary}</p>
<dl>
<dt>operationId</dt><dd><code>${operation.id}</code></dd>
<dt>${words.who}</dt><dd>${who.join(' / ')}</dd>
<dt>${words.refusals}</dt><dd>${problemsOf(operation).map((code) => html`<a href="/problems/${code}">${code}</a> `)}</dd>
</dl>
${operation.ifMatch ? html`<p>${words.versionNeeded}</p>` : ''}
${operation.idempotent ? html`<p>${words.repeatable}</p>` : ''}
`;
}

function groupOf({ path }: Route): string {
  return path.split('/')[2] ?? 'api';
}
