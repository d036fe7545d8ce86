import { useQuery } from '@tanstack/react-query';
import { wizardTexts } from '#shared/requests/wizard-texts.ts';
import { requestWords } from '#shared/requests/words.ts';
import { inWords } from '../in-words.ts';
import { paths } from '../paths.ts';
import { useLang, useTexts } from '../texts.ts';
import { KindIcon } from '../ui/icons.tsx';
import { ButtonLink } from '../ui/Link.tsx';
import { myRequestsQuery } from './use-requests.ts';

/** Requests that were begun and not sent yet. */
export function Drafts({ slug }: { slug: string }) {
  const lang = useLang();
  const t = useTexts(wizardTexts).choose;
  const words = useTexts(requestWords);
  const { data } = useQuery(myRequestsQuery(slug, false));
  const drafts = (data ?? []).filter((one) => one.state === 'draft');
  if (drafts.length === 0) return null;
  return (
    <section className="card mb-7 p-4" aria-labelledby="drafts">
      <h2 id="drafts" className="mb-2">
        {t.drafts}
      </h2>
      <ul>
        {drafts.map((one) => (
          <li
            key={one.id}
            className="flex flex-wrap items-center justify-between gap-3 border-t border-line-soft py-2 first:border-t-0"
          >
            <span className="flex items-center gap-3 text-15">
              <KindIcon kind={one.kind} />
              {words.kind[one.kind]}
              <span className="text-ink-2">{inWords(one.title, lang) || words.untitled[one.kind]}</span>
            </span>
            <ButtonLink href={paths.editRequest(one.id, 'resume')} size={30}>
              {t.resume}
            </ButtonLink>
          </li>
        ))}
      </ul>
    </section>
  );
}
