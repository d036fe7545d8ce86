import './findings.css';
import { useQuery } from '@tanstack/react-query';
import { clashTexts } from '#shared/clashes/texts.ts';
import { call } from '../api.ts';
import { inWords } from '../in-words.ts';
import { useMe } from '../query.ts';
import { useLang, useTexts } from '../texts.ts';
import { DualTime } from '../ui/DualTime.tsx';
import { TriangleAlert } from '../ui/icons.tsx';

/** What contradicts something else at the current event; undefined until it is known. */
export function useFindings() {
  const event = useMe()?.currentEvent?.slug ?? '';
  return useQuery({
    queryKey: ['findings', event],
    queryFn: ({ signal }) => call('GET /api/events/:event/findings', { params: { event }, signal }),
    enabled: event !== '',
  });
}

/** The contradictions, each with the person and everything it is about. */
export function FindingsList() {
  const lang = useLang();
  const t = useTexts(clashTexts);
  const { data, isError } = useFindings();
  if (!data) return <p className="findings-none">{isError ? t.failed : t.loading}</p>;
  if (data.items.length === 0) return <p className="findings-none">{t.none}</p>;
  return (
    <ul className="findings">
      {data.items.map((finding) => (
        <li key={finding.key} data-kind={finding.kind}>
          <p>
            <TriangleAlert size={16} aria-hidden="true" />
            <b>{t[finding.kind](finding.person, inWords(finding.member, lang))}</b>
          </p>
          {finding.about.map((one) => (
            <p key={one.id} className="findings-about">
              <span>
                {t.kind[one.kind]}　{inWords(one.label, lang)}
              </span>
              <DualTime from={one.startsAt} to={one.endsAt} zone={finding.timeZone} day="short" />
            </p>
          ))}
        </li>
      ))}
    </ul>
  );
}
