import { accountRoutes } from './accounts/routes.ts';
import { bilateralRoutes } from './bilaterals/routes.ts';
import { callRoutes } from './calls/routes.ts';
import { clashRoutes } from './clashes/routes.ts';
import { delegationRoutes } from './delegations/routes.ts';
import { eventRoutes } from './events/routes.ts';
import type { Route } from './http/route.ts';
import { notificationRoutes } from './notifications/routes.ts';
import { organisationRoutes } from './organisations/routes.ts';
import { passRoutes } from './passes/routes.ts';
import { proposalRoutes } from './proposals/routes.ts';
import { requestRoutes } from './requests/routes.ts';
import { outsideRoutes } from './schedule/outside-routes.ts';
import { placementRoutes } from './schedule/placement-routes.ts';
import { releaseRoutes } from './schedule/release-routes.ts';
import { scheduleRoutes } from './schedule/routes.ts';

/** Every capability's routes, in the order in which the capabilities know each other. */
export const allRoutes: readonly Route[] = [
  ...accountRoutes,
  ...organisationRoutes,
  ...eventRoutes,
  ...delegationRoutes,
  ...callRoutes,
  ...notificationRoutes,
  ...requestRoutes,
  ...clashRoutes,
  ...passRoutes,
  ...scheduleRoutes,
  ...placementRoutes,
  ...releaseRoutes,
  ...proposalRoutes,
  ...outsideRoutes,
  ...bilateralRoutes,
];
