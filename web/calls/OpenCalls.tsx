import { useQuery } from '@tanstack/react-query';
import { daysToClose } from '#shared/calls/call.ts';
import { callTexts } from '#shared/calls/texts.ts';
import { inWords } from '../in-words.ts';
import { paths } from '../paths.ts';
import { useNow } from '../query.ts';
import { useLang, useTexts } from '../texts.ts';
import { DualTime } from '../ui/DualTime.tsx';
import { Link } from '../ui/Link.tsx';
import { CriteriaList } from './CriteriaList.tsx';
import { callsQuery } from './use-calls.ts';

/** The calls a municipality can answer now, with the days left, how many it has sent, and by what they are judged. */
export function OpenCalls({ event }: { event: string }) {
  const lang = useLang();
  const t = useTexts(callTexts).member;
  const now = useNow();
  const open = (useQuery(callsQuery(event)).data ?? []).filter(
    (one) => one.state === 'open' || (one.lateUntil !== null && new Date(one.lateUntil) > now),
  );
  if (open.length === 0) return null;
  return (
    <section aria-labelledby="home-calls">
      <div className="home-section-head">
        <h2 id="home-calls">{t.home}</h2>
        <Link href={paths.newRequest()}>{t.propose}</Link>
      </div>
      <ul className="card grid gap-3 p-4">
        {open.map((one) => (
          <li key={one.id}>
            <b>{inWords(one.title, lang)}</b>{' '}
            {one.state === 'open' ? <span className="tag">{t.left(daysToClose(one, now))}</span> : null}
            <span className="block text-13">
              {t.closes} <DualTime from={one.lateUntil ?? one.closesAt} zone={one.timeZone} day="long" />
            </span>
            <span className="block text-13 text-ink-3">
              {one.mostPerMember === null ? t.free(one.proposals) : t.most(one.mostPerMember, one.proposals)}
            </span>
            <details className="text-13">
              <summary>{t.criteria}</summary>
              <CriteriaList criteria={one.criteria} />
            </details>
          </li>
        ))}
      </ul>
    </section>
  );
}
