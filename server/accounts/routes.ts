import { accountOperations } from '#shared/accounts/operations.ts';
import type { Ctx } from '../context.ts';
import { withHeaders } from '../http/reply.ts';
import { routes } from '../http/route.ts';
import { dropSession, keepSession } from '../http/session-cookie.ts';
import { answerAccountCheck } from './answer-account-check.ts';
import { changeAccount } from './change-account.ts';
import { changePassword } from './change-password.ts';
import { chooseActing } from './choose-acting.ts';
import { inviteAccount } from './invite-account.ts';
import { endAuthority, giveAuthority, listAuthorities } from './keep-authorities.ts';
import { endIssuerBinding, listIssuerBindings, listIssuers } from './keep-issuer-bindings.ts';
import { addPasskey, beginPasskey, listPasskeys, removePasskey } from './keep-passkeys.ts';
import { changeSelf, chooseLanguage } from './keep-self.ts';
import { endOtherSessions, endSession, listSessions, signOut } from './keep-sessions.ts';
import { endToken, listTokens, makeToken } from './keep-tokens.ts';
import { listAccounts, listStaff } from './list-accounts.ts';
import { beginMailCode, endMailCode, mailCode } from './mail-code.ts';
import { askForOwnPasskey, proveByPasskey } from './prove-by-passkey.ts';
import { proveSecondFactor } from './prove-second-factor.ts';
import { listAccountChecks, readAccountCheck } from './read-account-check.ts';
import { readMe } from './read-me.ts';
import { readSecondFactor } from './read-second-factor.ts';
import { renewRecoveryCodes } from './recovery-codes.ts';
import { redeemInvitation } from './redeem-invitation.ts';
import { redeemSignInLink } from './redeem-sign-in-link.ts';
import { requestSignInLink } from './request-sign-in-link.ts';
import { approveFactorReset, listFactorResets, resetSecondFactor, withdrawFactorReset } from './reset-second-factor.ts';
import { beginTotp, confirmTotp, endTotp } from './set-up-totp.ts';
import { beginIssuerBinding, beginIssuerSignIn, returnFromIssuer } from './sign-in-with-issuer.ts';
import { askForPasskey, signInWithPasskey } from './sign-in-with-passkey.ts';
import { signInWithPassword } from './sign-in-with-password.ts';
import type { SignedIn } from './start-session.ts';
import { stepUp } from './step-up.ts';

export const accountRoutes = routes(accountOperations, {
  'GET /api/members/:id/authorities': async ({ ctx, actor, params }) => ({
    items: await listAuthorities(ctx, actor, params.id),
  }),
  'POST /api/members/:id/authorities': ({ ctx, actor, params, body }) => giveAuthority(ctx, actor, params.id, body),
  'DELETE /api/authorities/:id': ({ ctx, actor, params }) => endAuthority(ctx, actor, params.id),
  'PUT /api/auth/acting': ({ ctx, actor, body }) => chooseActing(ctx, actor, body.authorityId),
  'POST /api/auth/sign-in/passkey/challenge': async ({ ctx, actor, request }) =>
    asked(await askForPasskey(ctx, actor, request)),
  'POST /api/auth/sign-in/passkey': async ({ ctx, actor, request, body }) =>
    welcome(ctx, await signInWithPasskey(ctx, actor, request, body)),
  'POST /api/auth/passkey-proof/challenge': async ({ ctx, actor, request }) =>
    asked(await askForOwnPasskey(ctx, actor, request)),
  'POST /api/auth/passkey-proof': async ({ ctx, actor, request, body }) =>
    welcome(ctx, await proveByPasskey(ctx, actor, request, body)),
  'GET /api/auth/passkeys': async ({ ctx, actor }) => ({ items: await listPasskeys(ctx, actor) }),
  'POST /api/auth/passkeys/challenge': async ({ ctx, actor, request }) =>
    asked(await beginPasskey(ctx, actor, request)),
  'POST /api/auth/passkeys': async ({ ctx, actor, request, body }) => {
    const { token, id, recoveryCodes } = await addPasskey(ctx, actor, request, body);
    return withHeaders({ id, recoveryCodes }, keepSession(token, ctx.settings));
  },
  'DELETE /api/auth/passkeys/:id': ({ ctx, actor, params }) => removePasskey(ctx, actor, params.id),
  'GET /api/auth/issuers': async ({ ctx }) => ({ items: listIssuers(ctx) }),
  'POST /api/auth/issuers/:issuer/sign-in': async ({ ctx, actor, request, params }) =>
    asked(await beginIssuerSignIn(ctx, actor, request, params.issuer)),
  'POST /api/auth/issuers/:issuer/binding': async ({ ctx, actor, request, params }) =>
    asked(await beginIssuerBinding(ctx, actor, request, params.issuer)),
  'POST /api/auth/issuer-return': async ({ ctx, actor, request, body }) => {
    const signedIn = await returnFromIssuer(ctx, actor, request, body);
    return signedIn ? welcome(ctx, signedIn) : readMe(ctx, actor);
  },
  'GET /api/auth/issuer-bindings': ({ ctx, actor }) => listIssuerBindings(ctx, actor),
  'DELETE /api/auth/issuer-bindings/:id': ({ ctx, actor, params }) => endIssuerBinding(ctx, actor, params.id),
  'GET /api/auth/me': ({ ctx, actor }) => readMe(ctx, actor),
  'POST /api/auth/sign-in/email': async ({ ctx, actor, request, body }) =>
    welcome(ctx, await signInWithPassword(ctx, actor, request, body)),
  'POST /api/auth/sign-in/link': ({ ctx, actor, body }) => requestSignInLink(ctx, actor, body),
  'POST /api/auth/sign-in/link/redemption': async ({ ctx, actor, request, body }) =>
    welcome(ctx, await redeemSignInLink(ctx, actor, request, body)),
  'POST /api/auth/invitation/redemption': async ({ ctx, actor, request, body }) =>
    welcome(ctx, await redeemInvitation(ctx, actor, request, body)),
  'POST /api/auth/second-factor': async ({ ctx, actor, request, body }) =>
    welcome(ctx, await proveSecondFactor(ctx, actor, request, body)),
  'POST /api/auth/mail-code': ({ ctx, actor }) => mailCode(ctx, actor),
  'PUT /api/auth/mail-code': async ({ ctx, actor, request, body }) =>
    renewed(ctx, await beginMailCode(ctx, actor, request, body)),
  'DELETE /api/auth/mail-code': ({ ctx, actor }) => endMailCode(ctx, actor),
  'GET /api/auth/second-factor': ({ ctx, actor }) => readSecondFactor(ctx, actor),
  'POST /api/auth/totp': ({ ctx, actor }) => beginTotp(ctx, actor),
  'POST /api/auth/totp/confirmation': async ({ ctx, actor, request, body }) => {
    const { token, recoveryCodes } = await confirmTotp(ctx, actor, request, body);
    return withHeaders({ recoveryCodes }, keepSession(token, ctx.settings));
  },
  'DELETE /api/auth/totp': ({ ctx, actor }) => endTotp(ctx, actor),
  'POST /api/auth/recovery-codes': async ({ ctx, actor }) => ({ recoveryCodes: await renewRecoveryCodes(ctx, actor) }),
  'POST /api/auth/step-up': async ({ ctx, actor, request, body }) =>
    renewed(ctx, await stepUp(ctx, actor, request, body)),
  'POST /api/auth/sign-out': async ({ ctx, actor, request }) => {
    await signOut(ctx, actor, request.token);
    return withHeaders(undefined, dropSession(ctx.settings));
  },
  'PUT /api/auth/language': ({ ctx, actor, body }) => chooseLanguage(ctx, actor, body.lang),
  'PUT /api/auth/self': ({ ctx, actor, ifMatch, body }) => changeSelf(ctx, actor, ifMatch, body),
  'PUT /api/auth/password': async ({ ctx, actor, request, body }) =>
    renewed(ctx, await changePassword(ctx, actor, request, body)),
  'GET /api/auth/sessions': async ({ ctx, actor }) => ({ items: await listSessions(ctx, actor) }),
  'DELETE /api/auth/sessions/:id': ({ ctx, actor, params }) => endSession(ctx, actor, params.id),
  'DELETE /api/auth/sessions': ({ ctx, actor }) => endOtherSessions(ctx, actor),
  'GET /api/auth/tokens': async ({ ctx, actor }) => ({ items: await listTokens(ctx, actor) }),
  'POST /api/auth/tokens': ({ ctx, actor, body }) => makeToken(ctx, actor, body),
  'DELETE /api/auth/tokens/:id': ({ ctx, actor, params }) => endToken(ctx, actor, params.id),
  'GET /api/staff': async ({ ctx, actor }) => ({ items: await listStaff(ctx, actor) }),
  'GET /api/accounts': ({ ctx, actor, query }) => listAccounts(ctx, actor, query),
  'POST /api/accounts': ({ ctx, actor, body }) => inviteAccount(ctx, actor, body),
  'PATCH /api/accounts/:id': ({ ctx, actor, params, ifMatch, body }) =>
    changeAccount(ctx, actor, params.id, ifMatch, body),
  'POST /api/accounts/:id/factor-reset': ({ ctx, actor, params }) => resetSecondFactor(ctx, actor, params.id),
  'GET /api/factor-resets': async ({ ctx, actor }) => ({ items: await listFactorResets(ctx, actor) }),
  'POST /api/factor-resets/:id/approval': ({ ctx, actor, params }) => approveFactorReset(ctx, actor, params.id),
  'DELETE /api/factor-resets/:id': ({ ctx, actor, params }) => withdrawFactorReset(ctx, actor, params.id),
  'GET /api/account-checks': ({ ctx, actor }) => listAccountChecks(ctx, actor),
  'GET /api/members/:id/account-check': ({ ctx, actor, params }) => readAccountCheck(ctx, actor, params.id),
  'PUT /api/accounts/:id/check': ({ ctx, actor, params, ifMatch, body }) =>
    answerAccountCheck(ctx, actor, params.id, ifMatch, body.verdict),
});

/** The answer to every way of signing in: the session's cookie, and what the screens begin with. */
async function welcome(ctx: Ctx, { token, actor }: SignedIn) {
  return withHeaders(await readMe(ctx, actor), keepSession(token, ctx.settings));
}

/** The answer to whatever begins a proof: a question, and the cookie that binds it to this browser. */
function asked<Question>({ question, headers }: { question: Question; headers: Record<string, string> }) {
  return withHeaders(question, headers);
}

/** The answer to whatever renews a session and says nothing else. */
function renewed(ctx: Ctx, { token }: SignedIn) {
  return withHeaders(undefined, keepSession(token, ctx.settings));
}
