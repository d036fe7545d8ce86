/** What a program sends in place of a cookie (RFC 6750), or null. Other kinds of authorisation are none of ours. */
export function bearerSecret(request: Request): string | null {
  const found = /^bearer(?: +(.*))?$/i.exec(request.headers.get('authorization') ?? '');
  return found && (found[1] ?? '');
}
