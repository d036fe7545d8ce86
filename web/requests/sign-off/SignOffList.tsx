import { useQuery } from '@tanstack/react-query';
import { signOffTexts } from '#shared/requests/sign-off-texts.ts';
import { CHECK_STEP } from '#shared/requests/wizard.ts';
import { requestWords } from '#shared/requests/words.ts';
import { formatStamp } from '#shared/time.ts';
import { call } from '../../api.ts';
import { paths } from '../../paths.ts';
import { useLang, useTexts } from '../../texts.ts';
import { LangText } from '../../ui/LangText.tsx';
import { Link } from '../../ui/Link.tsx';

/** The drafts that wait for the manager's sign-off; nothing while there are none. */
export function SignOffList() {
  const lang = useLang();
  const t = useTexts(signOffTexts).list;
  const words = useTexts(requestWords);
  const { data } = useQuery({
    queryKey: ['requests', 'sign-offs'],
    queryFn: ({ signal }) => call('GET /api/sign-offs', { signal }),
    refetchInterval: 60_000,
  });
  if (!data || data.items.length === 0) return null;
  return (
    <section className="card p-4" aria-labelledby="sign-off-list">
      <h2 id="sign-off-list">{t.title}</h2>
      <ul className="mt-2 grid gap-2">
        {data.items.map(({ id, kind, title, askedBy, at }) => (
          <li key={id}>
            <Link href={paths.editRequest(id, CHECK_STEP)}>
              {title.ja || title.en ? <LangText text={title} /> : words.untitled[kind]}
            </Link>
            <span className="block text-13 text-ink-3">
              {words.kind[kind]} {t.askedBy(askedBy, formatStamp(at, lang))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
