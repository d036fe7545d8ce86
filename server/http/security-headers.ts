const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "object-src 'none'",
  "frame-src 'none'",
  "frame-ancestors 'none'",
  "worker-src 'self'",
];
/** All that a public page may ask for by itself: one style element, named by the hash of its text. */
const OWN_STYLE = /^style-src 'self' 'sha256-[\w+/]{43}='$/;
const API_POLICY = "default-src 'none'; frame-ancestors 'none'; sandbox";
const UNUSED = [
  'accelerometer',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'microphone',
  'midi',
  'payment',
  'usb',
];

const EVERYWHERE = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': UNUSED.map((name) => `${name}=()`).join(', '),
  'x-frame-options': 'DENY',
};

/** Puts on an answer what every answer carries. What a page has set for itself, such as its caching, stays. */
export function secure(headers: Headers, kind: 'api' | 'page' | 'public', publicUrl: string): void {
  const https = publicUrl.startsWith('https://');
  for (const [name, value] of Object.entries(EVERYWHERE)) headers.set(name, value);
  // Over plain http, as on one machine, `upgrade-insecure-requests` would break every link.
  const own = kind === 'public' ? (OWN_STYLE.exec(headers.get('content-security-policy') ?? '')?.[0] ?? null) : null;
  const parts = own === null ? PAGE_POLICY : PAGE_POLICY.map((part) => (part.startsWith('style-src ') ? own : part));
  const policy = kind === 'api' ? API_POLICY : [...parts, ...(https ? ['upgrade-insecure-requests'] : [])].join('; ');
  headers.set('content-security-policy', policy);
  if (https) headers.set('strict-transport-security', 'max-age=63072000; includeSubDomains');
  if (kind === 'api') headers.set('cache-control', 'no-store');
  else if (!headers.has('cache-control')) headers.set('cache-control', 'no-store');
  if (kind !== 'public') {
    headers.set('x-robots-tag', 'noindex, nofollow');
    headers.append('vary', 'Cookie');
  }
}
