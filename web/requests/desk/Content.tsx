import { useMemo } from 'react';
import type { RequestView } from '#shared/requests/contract.ts';
import { summaryOf } from '#shared/requests/summary.ts';
import { useLang } from '../../texts.ts';

/** The answers as the municipality gave them. */
export function Content({ request }: { request: RequestView }) {
  const lang = useLang();
  const sections = useMemo(
    () =>
      summaryOf(request.kind, request.details, {
        lang,
        timeZone: request.event.timeZone,
        people: request.delegates,
      }),
    [request, lang],
  );
  return (
    <div className="request-part grid gap-5">
      {sections.map(({ step, title, rows }) => (
        <section key={step}>
          <h3 className="mb-2">{title}</h3>
          <dl className="grid gap-2 text-13h wide:grid-cols-[136px_minmax(0,1fr)]">
            {rows.map(({ key, label, lines }) => (
              <div key={key} className="contents">
                <dt className="text-ink-3">{label}</dt>
                <dd className="whitespace-pre-wrap">{lines.map(({ text }) => text).join('\n')}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
  );
}
