import { queryClient } from '../../query.ts';
import { requestKey } from '../use-requests.ts';

/** Fetches the request, its conversation and record, and every list it is in, anew. */
export async function refreshRequest(id: string): Promise<void> {
  await Promise.all([
    queryClient.invalidateQueries({ queryKey: requestKey(id) }),
    queryClient.invalidateQueries({ queryKey: ['requests'] }),
  ]);
}
