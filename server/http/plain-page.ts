import { html } from 'hono/html';
import type { Lang } from '#shared/lang.ts';
import { textsIn } from '#shared/text.ts';
import { pageTexts } from './page-texts.ts';

type Html = ReturnType<typeof html>;

/** A whole page without scripts, for what the server has to say when the app cannot. */
export async function plainPage(
  lang: Lang,
  title: string,
  content: Html,
  init: { status?: number; headers?: Record<string, string> } = {},
): Promise<Response> {
  const { product } = textsIn(pageTexts, lang);
  const page = await html`<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} | ${product}</title>
<link rel="stylesheet" href="/plain.css">
</head>
<body>
<main>
<h1>${title}</h1>
${content}
</main>
</body>
</html>
`;
  return new Response(String(page), {
    status: init.status ?? 200,
    headers: { 'content-type': 'text/html; charset=utf-8', 'content-language': lang, ...init.headers },
  });
}

/** The little the plain pages need to be readable in either language, on paper and on a phone, light or dark. */
export const PLAIN_CSS = `:root { color-scheme: light dark; font: 1rem/1.7 "Hiragino Sans", "Noto Sans JP", "Yu Gothic", system-ui, sans-serif; }
main { max-width: 44rem; margin: 0 auto; padding: 2rem 1rem; overflow-wrap: anywhere; }
h1 { font-size: 1.5rem; line-height: 1.4; }
h2 { font-size: 1.15rem; margin-top: 2.5rem; }
h3 { font-size: 1rem; margin-bottom: 0; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0 1rem; }
dd { margin: 0; }
a { color: LinkText; }
`;
