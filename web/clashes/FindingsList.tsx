import './findings.css';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { FindingView } from '#shared/clashes/contract.ts';
import { clashTexts } from '#shared/clashes/texts.ts';
import { call } from '../api.ts';
import { inWords } from '../in-words.ts';
import { useMe } from '../query.ts';
import { useLang, useTexts } from '../texts.ts';
import { DualTime } from '../ui/DualTime.tsx';
import { Check, Clock, FileText, TriangleAlert, Users } from '../ui/icons.tsx';
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx';

/** What contradicts something else at the current event; undefined until it is known. */
export function useFindings() {
  const event = useMe()?.currentEvent?.slug ?? '';
  return useQuery({
    queryKey: ['findings', event],
    queryFn: ({ signal }) => call('GET /api/events/:event/findings', { params: { event }, signal }),
    enabled: event !== '',
  });
}

/** A finding in one sentence. */
export function useFindingWords() {
  const lang = useLang();
  const t = useTexts(clashTexts);
  return (finding: FindingView): string => {
    const words = t[finding.kind];
    return typeof words === 'function' ? words(finding.person, inWords(finding.member, lang)) : words;
  };
}

const ICONS = {
  no_interpreter: Users,
  late_in_japan: Clock,
  outside_wish: Clock,
  no_go: Clock,
  short_way: Clock,
  missing_text: FileText,
  no_speaker: FileText,
} as const;

/**
 * The contradictions, blocking before those to note, each with the person and everything it is about; those that
 * somebody has let be at the end. What is new or settled after a change is said aloud.
 */
export function FindingsList({ actions }: { actions?: (finding: FindingView) => ReactNode }) {
  const t = useTexts(clashTexts);
  const { data, isError } = useFindings();
  const said = useChanges(data?.items);
  if (!data) return <p className="findings-none">{isError ? t.failed : t.loading}</p>;
  const open = data.items.filter((one) => one.acknowledged === null);
  const letBe = data.items.filter((one) => one.acknowledged !== null);
  const blocking = open.filter((one) => one.strength === 'blocking');
  const warnings = open.filter((one) => one.strength === 'warning');
  return (
    <>
      <p className="hidden-text" role="status">
        {said}
      </p>
      {open.length === 0 ? (
        <p className="findings-none">{t.none}</p>
      ) : (
        <p className="findings-sum">{t.summary(blocking.length, warnings.length)}</p>
      )}
      <ul className="findings">
        {[...blocking, ...warnings].map((finding) => (
          <FindingLine key={finding.key} finding={finding} actions={actions} />
        ))}
      </ul>
      {letBe.length > 0 ? (
        <details className="findings-let-be">
          <summary>{t.acknowledgedHead(letBe.length)}</summary>
          <ul className="findings">
            {letBe.map((finding) => (
              <FindingLine key={finding.key} finding={finding} actions={actions} />
            ))}
          </ul>
        </details>
      ) : null}
    </>
  );
}

type LineProps = { finding: FindingView; actions: ((finding: FindingView) => ReactNode) | undefined };

function FindingLine({ finding, actions }: LineProps) {
  const lang = useLang();
  const t = useTexts(clashTexts);
  const sentence = useFindingWords()(finding);
  const { kind, strength, acknowledged, way, gaps, noGo } = finding;
  const Icon = acknowledged ? Check : kind in ICONS ? ICONS[kind as keyof typeof ICONS] : TriangleAlert;
  const kindName = (of: string) => (of in t.kind ? t.kind[of as keyof typeof t.kind] : '');
  return (
    <li data-kind={kind} data-strength={acknowledged ? undefined : strength}>
      <p>
        <Icon size={16} aria-hidden="true" />
        <span>
          {acknowledged ? null : <VisuallyHidden>{t[strength]}　</VisuallyHidden>}
          <b>{sentence}</b>
        </span>
      </p>
      {way ? <p className="findings-about">{t.way(way.needed, way.given)}</p> : null}
      {gaps.length > 0 ? <p className="findings-about">{gaps.map((gap) => t.gaps[gap]).join('、')}</p> : null}
      {noGo ? <p className="findings-about">{noGo}</p> : null}
      {finding.about.map((one) => (
        <p key={one.id} className="findings-about">
          <span>
            {kindName(one.kind)}　{inWords(one.label, lang)}
          </span>
          <DualTime from={one.startsAt} to={one.endsAt} zone={finding.timeZone} day="short" />
        </p>
      ))}
      {acknowledged ? <p className="findings-about">{t.acknowledged(acknowledged.by, acknowledged.reason)}</p> : null}
      {actions ? <div className="findings-actions no-print">{actions(finding)}</div> : null}
    </li>
  );
}

/** How many findings came and went since the last look, as a sentence; empty at first and when nothing changed. */
function useChanges(items: readonly FindingView[] | undefined): string {
  const t = useTexts(clashTexts);
  const before = useRef<ReadonlySet<string> | null>(null);
  const [said, setSaid] = useState('');
  useEffect(() => {
    if (!items) return;
    const now = new Set(items.filter((one) => one.acknowledged === null).map((one) => one.key));
    const last = before.current;
    before.current = now;
    if (!last) return;
    const more = [...now].filter((key) => !last.has(key)).length;
    const fewer = [...last].filter((key) => !now.has(key)).length;
    if (more + fewer > 0) setSaid(t.changes(more, fewer));
  }, [items, t]);
  return said;
}
