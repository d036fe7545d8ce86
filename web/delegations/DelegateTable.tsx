import type { DelegateView } from '#shared/delegations/contract.ts';
import { delegationTexts } from '#shared/delegations/texts.ts';
import { formatDay } from '#shared/time.ts';
import { inWords } from '../in-words.ts';
import { useLang, useTexts } from '../texts.ts';
import { Button } from '../ui/Button.tsx';
import { Tag } from '../ui/Chip.tsx';
import { type Column, Table } from '../ui/Table.tsx';

type DelegateTableProps = {
  delegates: readonly DelegateView[];
  headId: string | null;
  mayChange: boolean;
  onEdit: (delegate: DelegateView) => void;
  onRemove: (delegate: DelegateView) => void;
};

/** The people of a delegation, each with title, days and, for whoever may, ways to change. */
export function DelegateTable({ delegates, headId, mayChange, onEdit, onRemove }: DelegateTableProps) {
  const lang = useLang();
  const t = useTexts(delegationTexts);
  const nameOf = (one: DelegateView) => t.fullName(one.familyName, one.givenName);
  const columns: Column<DelegateView>[] = [
    {
      key: 'name',
      head: t.name,
      rowHead: true,
      cell: (one) => (
        <>
          {nameOf(one)} {one.id === headId ? <Tag>{t.head}</Tag> : null}
          <small className="block text-12h font-normal text-ink-3">{t.fullName(one.familyKana, one.givenKana)}</small>
        </>
      ),
    },
    {
      key: 'latin',
      head: t.latin,
      wideOnly: true,
      cell: (one) =>
        one.familyLatin ? (
          <span lang="en">{t.fullName(one.familyLatin, one.givenLatin)}</span>
        ) : (
          <span className="text-ink-3">{t.latinMissing}</span>
        ),
    },
    {
      key: 'title',
      head: t.levelLabel,
      cell: (one) => (
        <>
          {inWords(one.title, lang)}
          <small className="block text-12h text-ink-3">{t.level[one.level]}</small>
        </>
      ),
    },
    {
      key: 'days',
      head: t.days,
      cell: (one) =>
        one.arrivesOn && one.leavesOn ? (
          `${formatDay(one.arrivesOn, lang)}–${formatDay(one.leavesOn, lang)}`
        ) : (
          <span className="text-ink-3">{t.notYet}</span>
        ),
    },
  ];
  const actions: Column<DelegateView> = {
    key: 'actions',
    head: t.actions,
    cell: (one) => (
      <span className="flex flex-wrap gap-2">
        <Button size={30} aria-label={t.editOf(nameOf(one))} onClick={() => onEdit(one)}>
          {t.edit}
        </Button>
        <Button size={30} look="quiet" aria-label={t.removeOf(nameOf(one))} onClick={() => onRemove(one)}>
          {t.remove}
        </Button>
      </span>
    ),
  };
  return (
    <Table
      caption={t.delegates}
      columns={mayChange ? [...columns, actions] : columns}
      rows={delegates}
      rowKey={(one) => one.id}
    />
  );
}
