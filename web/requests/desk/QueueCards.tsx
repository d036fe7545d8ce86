import type { RequestRow } from '#shared/requests/contract.ts';
import { isClosed } from '#shared/requests/lifecycle.ts';
import { queueTexts } from '#shared/requests/queue-texts.ts';
import { requestWords } from '#shared/requests/words.ts';
import { formatShortDay } from '#shared/time.ts';
import { inWords } from '../../in-words.ts';
import { paths } from '../../paths.ts';
import { useLang, useTexts } from '../../texts.ts';
import { Avatar } from '../../ui/Avatar.tsx';
import { KindIcon } from '../../ui/icons.tsx';
import { Link } from '../../ui/Link.tsx';
import { StatusPill } from '../../ui/StatusPill.tsx';
import { TurnLine } from '../../ui/Turn.tsx';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import { QueueMore } from './QueueMore.tsx';
import type { Group } from './queue-groups.ts';
import { dueWords, shortReference, stateWords, titleWords, turnName } from './row-words.ts';

type QueueCardsProps = {
  groups: readonly Group[];
  totals: Readonly<Record<string, number>>;
  now: Date;
  more: (() => void) | null;
  loadingMore: boolean;
};

/** The queue on a phone: every request is a link to its own page. */
export function QueueCards({ groups, totals, now, more, loadingMore }: QueueCardsProps) {
  const t = useTexts(queueTexts);
  const words = useTexts(requestWords);
  return (
    <>
      {groups.map((group) => (
        <section key={group.name}>
          <h2 className="queue-list-head">
            {group.name === 'all' ? t.filter.closedOnly : words.risk[group.name]}
            <span>{totals[group.name] ?? group.rows.length}</span>
          </h2>
          {group.rows.map((row) => (
            <Card key={row.id} row={row} now={now} />
          ))}
        </section>
      ))}
      <QueueMore more={more} loading={loadingMore} count={groups.reduce((sum, group) => sum + group.rows.length, 0)} />
    </>
  );
}

function Card({ row, now }: { row: RequestRow; now: Date }) {
  const lang = useLang();
  const t = useTexts(queueTexts);
  const words = useTexts(requestWords);
  const due = isClosed(row.state) ? null : dueWords(row, now, lang);
  return (
    <Link href={paths.deskRequest(row.id)} className="queue-card">
      <KindIcon kind={row.kind} />
      <span className="queue-card-who">
        <VisuallyHidden>{words.kind[row.kind]}</VisuallyHidden>
        <b>{inWords(row.member.name, lang)}</b>
        {shortReference(row.reference)}
        {row.unread ? <span className="text-brand-700">● {t.unread}</span> : null}
      </span>
      <span className="queue-card-due due" data-tone={due?.tone}>
        {row.dueAt && due ? <span>{formatShortDay(row.dueAt, lang)}</span> : null}
        {due?.left}
      </span>
      <span className="queue-card-title">{titleWords(row, lang)}</span>
      <span className="queue-card-foot">
        <StatusPill {...stateWords(row, lang)} />
        <TurnLine who={turnName(row, lang)} mine={row.turn === 'desk'} />
        <Avatar name={row.owner?.name ?? null} />
        <VisuallyHidden>{row.owner?.name ?? t.views.unassigned}</VisuallyHidden>
      </span>
    </Link>
  );
}
