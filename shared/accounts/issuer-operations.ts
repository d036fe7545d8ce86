import { z } from 'zod';
import { IssuerBindingId } from '#shared/ids.ts';
import { Bilingual } from '#shared/lang.ts';
import { defineOperations } from '#shared/operation.ts';
import { Instant } from '#shared/shapes.ts';
import { MeView } from './contract.ts';

const issuer = z.strictObject({ issuer: z.string().regex(/^[a-z0-9-]{1,40}$/) });

/** An organisation whose people can sign in with its own account. */
export const IssuerView = z.strictObject({ id: z.string(), label: Bilingual });
export type IssuerView = z.infer<typeof IssuerView>;
/** Where the browser goes next: to the issuer. */
export const IssuerAddress = z.strictObject({ address: z.string() });
/** What the browser brings back from an issuer. */
export const IssuerReturn = z.strictObject({
  code: z.string().min(1).max(4000),
  state: z.string().min(1).max(200),
  /** RFC 9207: who says so; null where the issuer does not tell. */
  iss: z.string().max(500).nullable(),
});
export type IssuerReturn = z.infer<typeof IssuerReturn>;
export const IssuerBindingView = z.strictObject({
  id: IssuerBindingId,
  /** Null when the office has taken the issuer out of its settings. */
  label: Bilingual.nullable(),
  createdAt: Instant,
  lastUsedAt: Instant.nullable(),
});
export type IssuerBindingView = z.infer<typeof IssuerBindingView>;
export const OwnBindings = z.strictObject({
  items: z.array(IssuerBindingView),
  /** Issuers of the person's own organisation that do not know them yet. */
  possible: z.array(IssuerView),
});
export type OwnBindings = z.infer<typeof OwnBindings>;

/** Signing in with the account of one's own organisation (OpenID Connect). */
export const issuerOperations = defineOperations({
  'GET /api/auth/issuers': {
    id: 'listIssuers',
    summary: 'Organisations whose people can sign in with its own account; the same list for everybody',
    action: 'public.read',
    answer: z.strictObject({ items: z.array(IssuerView) }),
  },
  'POST /api/auth/issuers/:issuer/sign-in': {
    id: 'beginIssuerSignIn',
    summary: 'Begin to sign in at an issuer; sets a cookie that binds it to this browser for ten minutes',
    action: 'account.sign-in',
    params: issuer,
    answer: IssuerAddress,
    problems: ['issuer-unreachable'],
  },
  'POST /api/auth/issuers/:issuer/binding': {
    id: 'beginIssuerBinding',
    summary: 'Begin to bind my account to the one I have at my organisation’s issuer',
    action: 'account.self',
    params: issuer,
    stepUp: true,
    answer: IssuerAddress,
    problems: ['issuer-unreachable', 'wrong-state'],
  },
  'POST /api/auth/issuer-return': {
    id: 'returnFromIssuer',
    summary: 'Back from an issuer: sign in, or bind, whichever was begun at this browser',
    action: 'account.sign-in',
    body: IssuerReturn,
    answer: MeView,
    problems: ['issuer-not-valid', 'issuer-not-bound', 'issuer-unreachable', 'already-exists', 'wrong-state'],
  },
  'GET /api/auth/issuer-bindings': {
    id: 'listIssuerBindings',
    summary: 'By which issuers I can sign in, and by which I could',
    action: 'account.self',
    answer: OwnBindings,
  },
  'DELETE /api/auth/issuer-bindings/:id': {
    id: 'endIssuerBinding',
    summary: 'Sign in by this issuer no more',
    action: 'account.self',
    params: z.strictObject({ id: IssuerBindingId }),
    stepUp: true,
    status: 204,
  },
});
