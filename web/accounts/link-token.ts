import { useState } from 'react';

/** The token after `#t=`: behind the hash it reaches no server log. It leaves the address as soon as it is read. */
export function useLinkToken(): string | null {
  const [token] = useState(() => {
    const found = new URLSearchParams(location.hash.slice(1)).get('t');
    if (found) history.replaceState(history.state, '', location.pathname + location.search);
    return found;
  });
  return token;
}
