import type { ReactNode } from 'react';

export type Column<Row> = {
  key: string;
  head: string;
  cell: (row: Row) => ReactNode;
  /** Figures stand right. */
  number?: boolean;
  /** The cell that names the row; one of them. */
  rowHead?: boolean;
  /** Left out on phones. */
  wideOnly?: boolean;
};

type TableProps<Row> = {
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
};

/** A table of rows with a caption for screen readers; scrolls sideways inside itself when it must. */
export function Table<Row>({ caption, columns, rows, rowKey }: TableProps<Row>) {
  const marks = (column: Column<Row>) => ({
    'data-number': column.number || undefined,
    className: column.wideOnly ? 'wide-only' : undefined,
  });
  return (
    <section className="table-scroll" aria-label={caption}>
      <table className="table">
        <caption className="hidden-text">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.key} scope="col" {...marks(column)}>
                {column.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}>
              {columns.map((column) =>
                column.rowHead ? (
                  <th key={column.key} scope="row" {...marks(column)}>
                    {column.cell(row)}
                  </th>
                ) : (
                  <td key={column.key} {...marks(column)}>
                    {column.cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
