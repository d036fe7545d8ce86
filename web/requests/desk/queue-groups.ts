import type { RequestRow } from '#shared/requests/contract.ts';
import { RISK_GROUPS, type RiskGroup, riskGroup } from '#shared/requests/risk.ts';

export type Group = { name: RiskGroup | 'all'; rows: readonly RequestRow[] };

/** The group of an open request; without a due date nothing can be late. */
export function groupOf(row: Pick<RequestRow, 'dueAt' | 'riskAt'>, now: Date): RiskGroup {
  if (!row.dueAt) return 'on_track';
  const dueAt = new Date(row.dueAt);
  return riskGroup({ dueAt, riskAt: row.riskAt ? new Date(row.riskAt) : dueAt }, now);
}

/** Rows under their heads, in the order of urgency; closed requests stand together. Heads without rows are left out. */
export function groupRows(rows: readonly RequestRow[], now: Date, closed: boolean): Group[] {
  if (closed) return rows.length > 0 ? [{ name: 'all', rows }] : [];
  return RISK_GROUPS.map((name) => ({ name, rows: rows.filter((row) => groupOf(row, now) === name) })).filter(
    (group) => group.rows.length > 0,
  );
}
