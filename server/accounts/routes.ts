import { accountOperations } from '#shared/accounts/operations.ts';
import type { Ctx } from '../context.ts';
import { withHeaders } from '../http/reply.ts';
import { routes } from '../http/route.ts';
import { dropSession, keepSession } from '../http/session-cookie.ts';
import { changeAccount } from './change-account.ts';
import { changePassword } from './change-password.ts';
import { inviteAccount } from './invite-account.ts';
import { changeSelf, chooseLanguage } from './keep-self.ts';
import { endSession, listSessions, signOut } from './keep-sessions.ts';
import { endToken, listTokens, makeToken } from './keep-tokens.ts';
import { listAccounts, listStaff } from './list-accounts.ts';
import { readMe } from './read-me.ts';
import { redeemInvitation } from './redeem-invitation.ts';
import { redeemSignInLink } from './redeem-sign-in-link.ts';
import { requestSignInLink } from './request-sign-in-link.ts';
import { signInWithPassword } from './sign-in-with-password.ts';
import type { SignedIn } from './start-session.ts';

export const accountRoutes = routes(accountOperations, {
  'GET /api/auth/me': ({ ctx, actor }) => readMe(ctx, actor),
  'POST /api/auth/sign-in/email': async ({ ctx, actor, request, body }) =>
    welcome(ctx, await signInWithPassword(ctx, actor, request, body)),
  'POST /api/auth/sign-in/link': ({ ctx, actor, body }) => requestSignInLink(ctx, actor, body),
  'POST /api/auth/sign-in/link/redemption': async ({ ctx, actor, request, body }) =>
    welcome(ctx, await redeemSignInLink(ctx, actor, request, body)),
  'POST /api/auth/invitation/redemption': async ({ ctx, actor, request, body }) =>
    welcome(ctx, await redeemInvitation(ctx, actor, request, body)),
  'POST /api/auth/sign-out': async ({ ctx, actor, request }) => {
    await signOut(ctx, actor, request.token);
    return withHeaders(undefined, dropSession(ctx.settings));
  },
  'PUT /api/auth/language': ({ ctx, actor, body }) => chooseLanguage(ctx, actor, body.lang),
  'PUT /api/auth/self': ({ ctx, actor, ifMatch, body }) => changeSelf(ctx, actor, ifMatch, body),
  'PUT /api/auth/password': ({ ctx, actor, body }) => changePassword(ctx, actor, body),
  'GET /api/auth/sessions': async ({ ctx, actor }) => ({ items: await listSessions(ctx, actor) }),
  'DELETE /api/auth/sessions/:id': ({ ctx, actor, params }) => endSession(ctx, actor, params.id),
  'GET /api/auth/tokens': async ({ ctx, actor }) => ({ items: await listTokens(ctx, actor) }),
  'POST /api/auth/tokens': ({ ctx, actor, body }) => makeToken(ctx, actor, body),
  'DELETE /api/auth/tokens/:id': ({ ctx, actor, params }) => endToken(ctx, actor, params.id),
  'GET /api/staff': async ({ ctx, actor }) => ({ items: await listStaff(ctx, actor) }),
  'GET /api/accounts': ({ ctx, actor, query }) => listAccounts(ctx, actor, query),
  'POST /api/accounts': ({ ctx, actor, body }) => inviteAccount(ctx, actor, body),
  'PATCH /api/accounts/:id': ({ ctx, actor, params, ifMatch, body }) =>
    changeAccount(ctx, actor, params.id, ifMatch, body),
});

/** The answer to every way of signing in: the session's cookie, and what the screens begin with. */
async function welcome(ctx: Ctx, { token, actor }: SignedIn) {
  return withHeaders(await readMe(ctx, actor), keepSession(token, ctx.settings));
}
