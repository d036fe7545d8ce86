import { memo } from 'react';
import type { RequestRow } from '#shared/requests/contract.ts';
import { queueTexts } from '#shared/requests/queue-texts.ts';
import { requestWords } from '#shared/requests/words.ts';
import { inWords } from '../../in-words.ts';
import { paths } from '../../paths.ts';
import { useLang, useTexts } from '../../texts.ts';
import { Avatar } from '../../ui/Avatar.tsx';
import { Tag } from '../../ui/Chip.tsx';
import { KindIcon } from '../../ui/icons.tsx';
import { StatusPill } from '../../ui/StatusPill.tsx';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import { DueCell } from './DueCell.tsx';
import { shortReference, stateWords, titleWords, turnName } from './row-words.ts';

type QueueRowProps = {
  row: RequestRow;
  now: Date;
  cursor: boolean;
  chosen: boolean;
  onOpen: (id: string) => void;
  onChoose: (id: string, range: boolean) => void;
  onMove: (by: number) => void;
};

/** One request, 38 px high. Only the cursor's row takes part in tabbing, so that Tab leaves the list in one press. */
export const QueueRow = memo(function QueueRow({ row, now, cursor, chosen, onOpen, onChoose, onMove }: QueueRowProps) {
  const lang = useLang();
  const t = useTexts(queueTexts);
  const words = useTexts(requestWords);
  const { state, label } = stateWords(row, lang);
  const tabIndex = cursor ? 0 : -1;
  return (
    <tr
      className="queue-row"
      data-row
      data-cursor={cursor || undefined}
      data-chosen={chosen || undefined}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey) return;
        if (event.shiftKey) onChoose(row.id, true);
        else onOpen(row.id);
      }}
      onKeyDown={() => {}}
    >
      <td data-col="choose">
        {row.unread ? (
          <span className="queue-unread">
            <VisuallyHidden>{t.unread}</VisuallyHidden>
          </span>
        ) : null}
        <label onClick={(event) => event.stopPropagation()} onKeyDown={() => {}}>
          <VisuallyHidden>{t.choose(row.reference ?? titleWords(row, lang))}</VisuallyHidden>
          <input
            type="checkbox"
            tabIndex={tabIndex}
            checked={chosen}
            onClick={(event) => onChoose(row.id, event.shiftKey)}
            onChange={() => {}}
          />
        </label>
      </td>
      <td data-col="kind" title={words.kind[row.kind]}>
        <KindIcon kind={row.kind} />
        <VisuallyHidden>{words.kind[row.kind]}</VisuallyHidden>
      </td>
      <td data-col="number" title={row.reference ?? t.noNumber}>
        {shortReference(row.reference) || '–'}
      </td>
      <td data-col="what">
        <a
          id={`row-${row.id}`}
          aria-current={cursor ? 'true' : undefined}
          href={paths.deskRequest(row.id)}
          tabIndex={tabIndex}
          onClick={(event) => {
            if (!event.metaKey && !event.ctrlKey) event.preventDefault();
          }}
          onKeyDown={(event) => {
            const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
            if (by === undefined) return;
            event.preventDefault();
            onMove(by);
          }}
        >
          <b>{inWords(row.member.name, lang)}</b>
          {titleWords(row, lang)}
        </a>{' '}
        {row.headOfGovernment ? <Tag>{t.headTag}</Tag> : null} {row.late ? <Tag tone="warn">{t.lateTag}</Tag> : null}
      </td>
      <td data-col="state">
        <StatusPill state={state} label={label} plain />
      </td>
      <td data-col="turn" data-us={row.turn === 'desk' || undefined} title={row.nextStep || undefined}>
        {turnName(row, lang)}
      </td>
      <td data-col="owner" title={row.owner?.name ?? t.views.unassigned}>
        <Avatar name={row.owner?.name ?? null} />
        <VisuallyHidden>{row.owner?.name ?? t.views.unassigned}</VisuallyHidden>
      </td>
      <td data-col="due">
        <DueCell row={row} now={now} />
      </td>
    </tr>
  );
});
