import type { AddressKind } from './kind-of-address.ts';

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
/** Where browsers tell what they have kept a page from doing. */
export const REPORT_PATH = '/csp-report';
const REPORTING = [`report-uri ${REPORT_PATH}`, 'report-to csp'];
/**
 * No script of ours makes markup or a program from text, and none may. The public pages name one script by themselves:
 * the worker that keeps them.
 */
const typesOf = (kind: AddressKind) => [
  "require-trusted-types-for 'script'",
  kind === 'public' ? 'trusted-types schedule' : "trusted-types 'none'",
];
/** What a public page may ask for by itself: one style element, named by the hash of its text; hosts that may frame it. */
const OWN_STYLE = /^style-src 'self' 'sha256-[\w+/]{43}='$/;
const OWN_FRAMES = /^frame-ancestors( https?:\/\/[a-z0-9.-]+(:\d{1,5})?)+$/;
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
const KEYS = ['publickey-credentials-get', 'publickey-credentials-create'];

const EVERYWHERE = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': [...UNUSED.map((name) => `${name}=()`), ...KEYS.map((name) => `${name}=(self)`)].join(', '),
  'x-frame-options': 'DENY',
};

/** Puts on an answer what every answer carries. What a page has set for itself, such as its caching, stays. */
export function secure(headers: Headers, kind: AddressKind, publicUrl: string): void {
  const https = publicUrl.startsWith('https://');
  for (const [name, value] of Object.entries(EVERYWHERE)) headers.set(name, value);
  // Over plain http, as on one machine, `upgrade-insecure-requests` would break every link.
  const asked = kind === 'public' ? (headers.get('content-security-policy') ?? '').split('; ') : [];
  const frames = asked.find((part) => OWN_FRAMES.test(part));
  const own = [asked.find((part) => OWN_STYLE.test(part)), frames].filter((part) => part !== undefined);
  const nameOf = (part: string) => part.split(' ', 1)[0];
  const parts = PAGE_POLICY.map((part) => own.find((one) => nameOf(one) === nameOf(part)) ?? part);
  // Browsers that know the policy's list need no second word, and this one knows no list.
  if (frames) headers.delete('x-frame-options');
  const safe = [...parts, ...typesOf(kind), ...(https ? ['upgrade-insecure-requests'] : []), ...REPORTING].join('; ');
  headers.set('content-security-policy', kind === 'api' ? API_POLICY : safe);
  if (kind !== 'api') {
    headers.set('reporting-endpoints', `csp="${REPORT_PATH}"`);
  }
  if (https) headers.set('strict-transport-security', 'max-age=63072000; includeSubDomains');
  if (kind === 'api') headers.set('cache-control', 'no-store');
  else if (!headers.has('cache-control')) headers.set('cache-control', 'no-store');
  if (kind !== 'public') {
    headers.set('x-robots-tag', 'noindex, nofollow');
    headers.append('vary', 'Cookie');
  }
}
