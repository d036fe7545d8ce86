/** Whom an address answers: a program, a person who signs in, or everybody. */
export type AddressKind = 'api' | 'page' | 'public';

export function kindOf(path: string): AddressKind {
  if (path === '/api' || path.startsWith('/api/') || path === '/openapi.json') return 'api';
  return /^\/(schedule|assets)\/|^\/plain\.css$/.test(path) ? 'public' : 'page';
}
