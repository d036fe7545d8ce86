import { accountOperations } from './accounts/operations.ts';
import { bilateralOperations } from './bilaterals/operations.ts';
import { callOperations } from './calls/operations.ts';
import { clashOperations } from './clashes/operations.ts';
import { delegationOperations } from './delegations/operations.ts';
import { eventOperations } from './events/operations.ts';
import { notificationOperations } from './notifications/operations.ts';
import { organisationOperations } from './organisations/operations.ts';
import { passOperations } from './passes/operations.ts';
import { proposalOperations } from './proposals/operations.ts';
import { requestOperations } from './requests/operations.ts';
import { scheduleOperations } from './schedule/operations.ts';
import { outsideOperations } from './schedule/outside-operations.ts';
import { placementOperations } from './schedule/placement-operations.ts';
import { releaseOperations } from './schedule/release-operations.ts';

/** The whole HTTP API as data: the registry that the OpenAPI document, the typed client and the matrix of rights read. */
export const operations = {
  ...accountOperations,
  ...organisationOperations,
  ...eventOperations,
  ...delegationOperations,
  ...callOperations,
  ...notificationOperations,
  ...requestOperations,
  ...clashOperations,
  ...passOperations,
  ...scheduleOperations,
  ...placementOperations,
  ...releaseOperations,
  ...proposalOperations,
  ...outsideOperations,
  ...bilateralOperations,
};

export type AllOperations = typeof operations;
