import { useEffect } from 'react';
import { queueTexts } from '#shared/requests/queue-texts.ts';
import { requestWords } from '#shared/requests/words.ts';
import { useTexts } from '../../texts.ts';
import { ChevronDown, ChevronRight } from '../../ui/icons.tsx';
import { QueueMore } from './QueueMore.tsx';
import { QueueRow } from './QueueRow.tsx';
import type { Group } from './queue-groups.ts';

type QueueTableProps = {
  groups: readonly Group[];
  /** How many there are in each group altogether, loaded or not. */
  totals: Readonly<Record<string, number>>;
  now: Date;
  cursor: string | null;
  chosen: ReadonlySet<string>;
  collapsed: ReadonlySet<string>;
  onCollapse: (group: string) => void;
  onOpen: (id: string) => void;
  onChoose: (id: string, range: boolean) => void;
  onMove: (by: number) => void;
  more: (() => void) | null;
  loadingMore: boolean;
};

const COLUMNS = ['choose', 'kind', 'number', 'what', 'state', 'turn', 'owner', 'due'] as const;
const QUIET = ['choose', 'kind'] as const satisfies readonly (typeof COLUMNS)[number][];

/** The queue as a table: the cursor's row is its one stop for Tab, and takes the focus when keys move it. */
export function QueueTable(props: QueueTableProps) {
  const { groups, totals, now, cursor, chosen, collapsed, onCollapse, onOpen, onChoose, onMove } = props;
  const t = useTexts(queueTexts);
  const words = useTexts(requestWords);
  useEffect(() => {
    if (cursor) document.getElementById(`row-${cursor}`)?.closest('tr')?.scrollIntoView({ block: 'nearest' });
  }, [cursor]);
  const count = groups.reduce((sum, group) => sum + group.rows.length, 0);
  return (
    <div className="queue-scroll">
      <table className="queue-grid" aria-label={t.grid}>
        <thead>
          <tr className="queue-row" data-head>
            {COLUMNS.map((column) => (
              <th key={column} scope="col" data-col={column}>
                <span className={(QUIET as readonly string[]).includes(column) ? 'hidden-text' : undefined}>
                  {t.columns[column]}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        {groups.map((group) => {
          const closed = collapsed.has(group.name);
          const name = group.name === 'all' ? t.filter.closedOnly : words.risk[group.name];
          const Sign = closed ? ChevronRight : ChevronDown;
          return (
            <tbody key={group.name}>
              <tr className="queue-group">
                <th scope="rowgroup" colSpan={COLUMNS.length}>
                  <button type="button" aria-expanded={!closed} onClick={() => onCollapse(group.name)}>
                    <Sign size={15} aria-hidden="true" />
                    {name}
                    <span>{totals[group.name] ?? group.rows.length}</span>
                    {group.name === 'all' ? null : <span>{t.why[group.name]}</span>}
                  </button>
                </th>
              </tr>
              {closed
                ? null
                : group.rows.map((row) => (
                    <QueueRow
                      key={row.id}
                      row={row}
                      now={now}
                      cursor={row.id === cursor}
                      chosen={chosen.has(row.id)}
                      onOpen={onOpen}
                      onChoose={onChoose}
                      onMove={onMove}
                    />
                  ))}
            </tbody>
          );
        })}
      </table>
      <QueueMore more={props.more} loading={props.loadingMore} count={count} />
    </div>
  );
}
