import type { AuthorityId } from '#shared/ids.ts';
import { call } from '../api.ts';
import { meQuery, queryClient } from '../query.ts';

/** Says for whom this session acts from now on, and shows it everywhere. */
export async function chooseActing(authorityId: AuthorityId | null): Promise<void> {
  await call('PUT /api/auth/acting', { body: { authorityId } });
  await queryClient.invalidateQueries({ queryKey: meQuery.queryKey });
}
