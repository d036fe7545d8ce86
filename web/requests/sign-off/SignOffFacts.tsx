import type { RequestView } from '#shared/requests/contract.ts';
import { signOffTexts } from '#shared/requests/sign-off-texts.ts';
import { formatDay, formatStamp } from '#shared/time.ts';
import { useLang, useTexts } from '../../texts.ts';
import { Tag } from '../../ui/Chip.tsx';

/** Where the municipality's own sign-off stands: by whom, when, under which number, and whether it still holds. */
export function SignOffFacts({ signOff }: { signOff: NonNullable<RequestView['signOff']> }) {
  const lang = useLang();
  const t = useTexts(signOffTexts);
  const { state, number, decidedOn, approver, askedBy, comment, at } = signOff;
  if (state === 'waiting') return <p>{t.waiting(askedBy ?? '', formatStamp(at, lang))}</p>;
  if (state === 'returned') return <p className="whitespace-pre-line">{t.returned(comment)}</p>;
  return (
    <p>
      {t.given(approver, decidedOn ? formatDay(decidedOn, lang) : '')}
      {number ? <span className="block">{t.numbered(number)}</span> : null}
      {signOff.byAccount ? <span className="block text-13 text-ink-3">{t.byAccount}</span> : null}
      {signOff.holds ? null : <Tag tone="late">{t.lapsedTag}</Tag>}
    </p>
  );
}

/** The same with its heading, for a page about a request; nothing where there is no sign-off. */
export function SignOffSection({ request }: { request: RequestView }) {
  const t = useTexts(signOffTexts);
  if (!request.signOff) return null;
  return (
    <section className="text-13">
      <b>{t.title}</b>
      <SignOffFacts signOff={request.signOff} />
    </section>
  );
}
