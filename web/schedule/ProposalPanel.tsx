import type { DraftView } from '#shared/schedule/contract.ts';
import type { Proposal, WhyView } from '#shared/schedule/placement-contract.ts';
import { placementTexts } from '#shared/schedule/placement-texts.ts';
import { inWords } from '../in-words.ts';
import { useLang, useTexts } from '../texts.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { DualTime } from '../ui/DualTime.tsx';
import type { useProposal } from './use-proposal.ts';

type PanelProps = { draft: DraftView; proposal: ReturnType<typeof useProposal>; stopped: string | null };

/** The proposal for the sessions without a place: how far it is, what it would do and why, and accepting it. */
export function ProposalPanel({ draft, proposal, stopped }: PanelProps) {
  const t = useTexts(placementTexts);
  const { run } = proposal;
  const found = run?.proposal;
  const open = new Set(draft.sessions.filter((one) => one.slot === null).map((one) => one.id));
  const items = found?.items.filter((one) => open.has(one.sessionId)) ?? [];
  const said = found
    ? t.announced(found.items.length, found.left.length)
    : run?.state === 'running'
      ? t.running(run.progress.sessions, 0)
      : '';
  return (
    <section className="proposal" aria-label={t.title}>
      <p className="hidden-text" role="status">
        {said}
      </p>
      <header>
        <h2>{t.title}</h2>
        <Button size={30} onClick={proposal.close}>
          {t.close}
        </Button>
      </header>
      {proposal.sentence ? <Banner kind="error">{proposal.sentence}</Banner> : null}
      {run?.state === 'running' ? (
        <div className="proposal-progress">
          <progress aria-label={t.title} />
          <p>{t.running(run.progress.sessions, Math.round(run.progress.seconds))}</p>
          {run.progress.gap === null ? null : <p>{t.runningGap(percent(run.progress.gap))}</p>}
          <Button size={30} busy={proposal.busy} onClick={() => void proposal.stop()}>
            {t.stop}
          </Button>
        </div>
      ) : null}
      {run?.state === 'cancelled' ? <p>{t.stopped}</p> : null}
      {run?.state === 'failed' ? <Banner kind="error">{t.failed}</Banner> : null}
      {found ? (
        <>
          <p>
            <b>
              {t.summary(found.items.length, found.items.filter((one) => one.rank === 1).length, found.left.length)}
            </b>
          </p>
          <p>{found.proven ? t.proven : t.notProven(percent(found.gap))}</p>
          <p className="proposal-small">{t.weights}</p>
          {items.length > 0 ? (
            <Button
              look="primary"
              size={30}
              busy={proposal.busy}
              busyLabel={t.accepting}
              disabledReason={stopped}
              onClick={() => void proposal.accept(items.map((one) => one.sessionId))}
            >
              {t.acceptAll(items.length)}
            </Button>
          ) : null}
          <ProposalItems draft={draft} items={items} proposal={proposal} stopped={stopped} />
          <LeftOver draft={draft} found={found} />
        </>
      ) : null}
    </section>
  );
}

type ItemsProps = PanelProps & { items: Proposal['items'] };

function ProposalItems({ draft, items, proposal, stopped }: ItemsProps) {
  const lang = useLang();
  const t = useTexts(placementTexts);
  const whyWords = useWhyWords();
  return (
    <ul>
      {items.map((item) => {
        const session = draft.sessions.find((one) => one.id === item.sessionId);
        const room = draft.rooms.find((one) => one.id === item.roomId);
        const title = session ? inWords(session.title, lang) : '';
        const endsAt = new Date(Date.parse(item.startsAt) + item.minutes * 60_000).toISOString();
        const refused = proposal.refused.find((one) => one.id === item.sessionId);
        const words: Partial<Record<string, string>> = t.warnings;
        const warnings = item.warnings.flatMap((kind) => words[kind] ?? []);
        return (
          <li key={item.sessionId}>
            <b>{title}</b>
            <DualTime from={item.startsAt} to={endsAt} zone={draft.timeZone} day="short" />
            <span>
              {room ? inWords(room.name, lang) : ''}　
              {item.rank === null ? (item.wished ? t.outside : t.noWish) : t.rank(item.rank)}
            </span>
            {item.instead ? <span>{t.instead(whyWords(item.instead))}</span> : null}
            {warnings.length > 0 ? <span>{warnings.join('、')}</span> : null}
            {refused ? <Banner kind="action">{refused.detail}</Banner> : null}
            <Button
              size={30}
              disabledReason={stopped}
              aria-label={t.acceptOneOf(title)}
              onClick={() => void proposal.accept([item.sessionId])}
            >
              {t.acceptOne}
            </Button>
          </li>
        );
      })}
    </ul>
  );
}

function LeftOver({ draft, found }: { draft: DraftView; found: Proposal }) {
  const lang = useLang();
  const t = useTexts(placementTexts);
  const whyWords = useWhyWords();
  if (found.left.length === 0) return null;
  return (
    <>
      <h3>{t.left}</h3>
      <ul>
        {found.left.map(({ sessionId, why }) => {
          const session = draft.sessions.find((one) => one.id === sessionId);
          return (
            <li key={sessionId}>
              <b>{session ? inWords(session.title, lang) : ''}</b>
              <span>{whyWords(why)}</span>
            </li>
          );
        })}
      </ul>
    </>
  );
}

function useWhyWords(): (why: WhyView) => string {
  const lang = useLang();
  const t = useTexts(placementTexts);
  return ({ rule, by }) =>
    t.rules[rule](by.map((name) => t.quote(inWords(name, lang))).join(lang === 'ja' ? '' : ', '));
}

/** `0.4` for four thousandths. */
function percent(share: number): string {
  return (Math.ceil(share * 1000) / 10).toString();
}
