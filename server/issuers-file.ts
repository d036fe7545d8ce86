import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { z } from 'zod';
import type { Bilingual } from '#shared/lang.ts';

/** An organisation's own service that vouches for its people by OpenID Connect. */
export type Issuer = Readonly<{
  /** What addresses call it. */
  id: string;
  /** Whose people it vouches for: a municipality by its code of six digits, or the office. */
  organisation: string;
  label: Bilingual;
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** Directories (`tid`) from which people may come; any when empty. */
  tid: readonly string[];
  /** Domains (`hd`, otherwise of `email`) from which people may come; any when empty. */
  domains: readonly string[];
  /** Other hosts than the issuer's own that it needs for tokens and keys. */
  hosts: readonly string[];
  /** What it says when it has asked for a second factor. */
  mfa: Readonly<{ amr: readonly string[]; acr: readonly string[] }>;
}>;

const text = z.string().min(1).max(500);
const names = z.array(text).max(50).default([]);
/** Plain http carries the secret in the open, so only on one's own machine, for trying it out. */
const isSafe = (address: string) => /^https:|^http:\/\/(localhost|127\.0\.0\.1)(:|\/|$)/.test(address);
const Entry = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9-]{1,40}$/, 'small letters, digits and hyphens'),
    organisation: z.string().regex(/^(office|\d{6})$/, 'the six digits of a municipality, or: office'),
    label: z.strictObject({ ja: text, en: text }),
    issuer: z.url().refine(isSafe, 'must begin with https://'),
    clientId: text,
    clientSecretFile: text.optional(),
    clientSecretEnv: text.optional(),
    tid: names,
    domains: names,
    hosts: names,
    mfa: z.strictObject({ amr: names, acr: names }).default({ amr: ['mfa'], acr: [] }),
  })
  .refine(({ tid, domains }) => tid.length + domains.length > 0, 'say in tid or domains who may come')
  .refine((one) => (one.clientSecretFile === undefined) !== (one.clientSecretEnv === undefined), {
    message: 'give either clientSecretFile or clientSecretEnv',
  });
const File = z.strictObject({ issuers: z.array(Entry).max(100) });

/** Reads the file that names the issuers, and their secrets from where it says. Answers what is wrong instead, in words. */
export function readIssuers(
  file: string,
  environment: Record<string, string | undefined>,
): { issuers: Issuer[] } | { faults: string[] } {
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return { faults: [`OIDC_CONFIG: ${file} cannot be read as JSON`] };
  }
  const parsed = File.safeParse(json);
  if (!parsed.success) {
    return { faults: parsed.error.issues.map(({ path, message }) => `OIDC_CONFIG: ${path.join('.')}: ${message}`) };
  }
  const faults: string[] = [];
  const issuers = parsed.data.issuers.map(({ clientSecretFile, clientSecretEnv, ...rest }) => {
    const clientSecret = clientSecretFile
      ? contentOf(resolve(dirname(file), clientSecretFile))
      : (environment[clientSecretEnv ?? ''] ?? '');
    if (!clientSecret)
      faults.push(`OIDC_CONFIG: the secret of ${rest.id} is not at ${clientSecretFile ?? clientSecretEnv}`);
    return { ...rest, clientSecret };
  });
  for (const key of ['id', 'issuer'] as const) {
    const all = issuers.map((one) => one[key]);
    const twice = all.find((one, at) => all.indexOf(one) !== at);
    if (twice) faults.push(`OIDC_CONFIG: ${twice} is there twice`);
  }
  return faults.length > 0 ? { faults } : { issuers };
}

function contentOf(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return '';
  }
}
