import type { passkeyOperations } from '#shared/accounts/passkey-operations.ts';
import type { Sample } from './sample.ts';

const self: Sample = { of: 'nobody' };
const answer = { id: 'AAAA', clientDataJSON: 'e30', authenticatorData: 'AAAA', signature: 'AAAA', userHandle: null };
const made = { name: '端末', id: 'AAAA', clientDataJSON: 'e30', attestationObject: 'AAAA', transports: [] };

/** How the operations of passkeys are called for the matrix of rights. */
export const passkeySamples: Record<keyof typeof passkeyOperations, Sample> = {
  'POST /api/auth/sign-in/passkey/challenge': self,
  'POST /api/auth/sign-in/passkey': { of: 'nobody', body: () => answer },
  'POST /api/auth/passkey-proof/challenge': self,
  'POST /api/auth/passkey-proof': { of: 'nobody', body: () => answer },
  'GET /api/auth/passkeys': self,
  'POST /api/auth/passkeys/challenge': self,
  'POST /api/auth/passkeys': { of: 'nobody', body: () => made },
  'DELETE /api/auth/passkeys/:id': { of: 'person', path: (whose) => [whose.passkey] },
};
