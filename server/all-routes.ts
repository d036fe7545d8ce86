import { accountRoutes } from './accounts/routes.ts';
import { eventRoutes } from './events/routes.ts';
import type { Route } from './http/route.ts';
import { requestRoutes } from './requests/routes.ts';

/** Every capability's routes, in the order in which the capabilities know each other. */
export const allRoutes: readonly Route[] = [...accountRoutes, ...eventRoutes, ...requestRoutes];
