import type { WaitingRow } from '#shared/passes/contract.ts';
import { passTexts } from '#shared/passes/texts.ts';
import { whyNot } from '#shared/permission.ts';
import { inWords } from '../in-words.ts';
import { useActor } from '../layouts/use-account.ts';
import { paths } from '../paths.ts';
import { useLang, useTexts } from '../texts.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Link } from '../ui/Link.tsx';

type WaitingListProps = { waiting: readonly WaitingRow[]; onAllot: (row: WaitingRow) => void };

/** Who is next when a place is free, in the order of the rule, which stands above. */
export function WaitingList({ waiting, onAllot }: WaitingListProps) {
  const lang = useLang();
  const t = useTexts(passTexts);
  const actor = useActor();
  const stopped = actor ? whyNot(actor, 'pass.allot', lang) : null;
  return (
    <aside className="waiting" aria-label={t.waiting}>
      <header>
        <h2>{t.waiting}</h2>
        <span>{t.waitingCount(waiting.length)}</span>
      </header>
      <p className="waiting-rule">
        <b>{t.rule}</b>
        <span>{t.ruleHelp}</span>
      </p>
      {waiting.length === 0 ? (
        <EmptyState title={t.nobodyWaits} done>
          {t.nobodyWaitsBody}
        </EmptyState>
      ) : (
        <ol>
          {waiting.map((row, index) => (
            <li key={row.requestId} data-first={index === 0 || undefined}>
              <span className="waiting-rank">{index + 1}</span>
              <div>
                <p className="waiting-name">
                  <b>{inWords(row.member.name, lang)}</b>
                  <span>{t.people(row.people)}</span>
                </p>
                <p className="text-13 text-ink-2">
                  {inWords(row.title, lang)}　<Link href={paths.deskRequest(row.requestId)}>{row.reference}</Link>
                </p>
                <p className="waiting-tags">
                  {row.memberHolds === 0 ? (
                    <span data-kind="none">{t.noneYet}</span>
                  ) : (
                    <span>{t.holds(row.memberHolds)}</span>
                  )}
                  {row.speaks ? <span>{t.speaks}</span> : null}
                </p>
                <Button
                  look={index === 0 ? 'primary' : 'secondary'}
                  size={30}
                  disabledReason={stopped}
                  onClick={() => onAllot(row)}
                >
                  {row.state === 'approved' ? t.allot : t.approveAndAllot}
                </Button>
              </div>
            </li>
          ))}
        </ol>
      )}
    </aside>
  );
}
