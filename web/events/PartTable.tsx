import type { ReactNode } from 'react';
import { settingsTexts } from '#shared/events/texts.ts';
import { useTexts } from '../texts.ts';
import { Button } from '../ui/Button.tsx';
import { Plus } from '../ui/icons.tsx';
import { type Column, Table } from '../ui/Table.tsx';

type PartTableProps<Row> = {
  title: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  nameOf: (row: Row) => string;
  /** Null for whoever may only look. */
  edit: { add: string; onAdd: () => void; onEdit: (row: Row) => void } | null;
  note?: ReactNode;
};

/** One list of the settings, with ways to add and to edit for whoever may. */
export function PartTable<Row>({ title, columns, rows, rowKey, nameOf, edit, note }: PartTableProps<Row>) {
  const t = useTexts(settingsTexts);
  const act: Column<Row>[] = edit
    ? [
        {
          key: 'act',
          head: t.act,
          cell: (row) => (
            <Button size={30} aria-label={t.editOf(nameOf(row))} onClick={() => edit.onEdit(row)}>
              {t.edit}
            </Button>
          ),
        },
      ]
    : [];
  return (
    <section className="grid gap-3">
      <div className="flex flex-wrap items-center gap-3">
        <h2>{title}</h2>
        <span className="flex-1" />
        {edit ? (
          <Button onClick={edit.onAdd}>
            <Plus aria-hidden="true" />
            {edit.add}
          </Button>
        ) : null}
      </div>
      {note}
      {rows.length === 0 ? (
        <p className="text-13 text-ink-3">{t.none}</p>
      ) : (
        <div className="card">
          <Table caption={title} columns={[...columns, ...act]} rows={rows} rowKey={rowKey} />
        </div>
      )}
    </section>
  );
}
