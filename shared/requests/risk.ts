import type { RequestKind } from './kind-names.ts';
import type { RequestState } from './lifecycle.ts';

const DAY = 86_400_000;

/** Days a request of this kind usually still needs in this state, from what such work takes by mail between offices. */
const USUAL_DAYS: Record<RequestKind, Partial<Record<RequestState, number>>> = {
  pass: { submitted: 0.5, in_triage: 2, needs_info: 2, approved: 4, waitlisted: 3, offered: 2, fulfilled: 1 },
  speaking: { submitted: 0.5, in_triage: 3, needs_info: 3, approved: 7, waitlisted: 3, offered: 3, fulfilled: 2 },
  bilateral: { submitted: 0.5, in_triage: 3, needs_info: 3, approved: 10, waitlisted: 5, offered: 3, fulfilled: 2 },
};

/** No request needs more usual days than this. */
export const mostUsualDays = Math.max(...Object.values(USUAL_DAYS).flatMap((days) => Object.values(days)));

/** Days such a request usually still needs. */
export function usualDays(kind: RequestKind, state: RequestState): number {
  return USUAL_DAYS[kind][state] ?? 0;
}

/** The last moment to act without running late: the due instant less the usual days. */
export function riskAt(kind: RequestKind, state: RequestState, dueAt: Date): Date {
  return new Date(dueAt.getTime() - usualDays(kind, state) * DAY);
}

export const RISK_GROUPS = ['overdue', 'at_risk', 'watch', 'on_track'] as const;
export type RiskGroup = (typeof RISK_GROUPS)[number];

/** `watch` begins three days before the request would be at risk. */
export function riskGroup(request: { dueAt: Date; riskAt: Date }, now: Date): RiskGroup {
  if (request.dueAt < now) return 'overdue';
  if (request.riskAt <= now) return 'at_risk';
  return request.riskAt.getTime() <= now.getTime() + 3 * DAY ? 'watch' : 'on_track';
}
