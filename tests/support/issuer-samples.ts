import type { issuerOperations } from '#shared/accounts/issuer-operations.ts';
import type { Sample } from './sample.ts';

const self: Sample = { of: 'nobody' };
/** The issuer of the tests' own settings, where nobody answers. */
const issuer: Sample = { of: 'nobody', path: () => ['nobody-there'] };

/** How the operations of issuers are called for the matrix of rights. */
export const issuerSamples: Record<keyof typeof issuerOperations, Sample> = {
  'GET /api/auth/issuers': self,
  'POST /api/auth/issuers/:issuer/sign-in': issuer,
  'POST /api/auth/issuers/:issuer/binding': issuer,
  'POST /api/auth/issuer-return': { of: 'nobody', body: () => ({ code: 'x', state: 's.x', iss: null }) },
  'GET /api/auth/issuer-bindings': self,
  'DELETE /api/auth/issuer-bindings/:id': { of: 'person', path: (whose) => [whose.issuerBinding] },
};
