import { useEffect, useState } from 'react';

/**
 * The token after `#t=`: behind the hash it reaches no server log. It leaves the address once the page stands; not
 * while it is being drawn, because a drawing that is begun anew would no longer find it.
 */
export function useLinkToken(): string | null {
  const [token] = useState(() => new URLSearchParams(location.hash.slice(1)).get('t'));
  useEffect(() => {
    if (token) history.replaceState(history.state, '', location.pathname + location.search);
  }, [token]);
  return token;
}
