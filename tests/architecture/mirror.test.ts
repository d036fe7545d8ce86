import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { files } from './source.ts';

/** Files with decisions in them. Contracts, operations, texts, routes and presenters are covered through these. */
const covered = /\/(contract|operations|routes|present|texts|words|mails|[a-z-]+-texts)\.ts$/;
const decisions = files.filter(
  (file) =>
    /^(shared\/[a-z]+|server\/[a-z]+)\/[a-z-]+\.ts$/.test(file) &&
    !covered.test(file) &&
    !/^server\/(http|commands)\//.test(file),
);

/** Whoever adds a line here says by which test it is shown instead. */
const SHOWN_ELSEWHERE: Record<string, string> = {
  'server/bilaterals/cancel-meeting.ts': 'tests/server/bilaterals/arrange-meeting.test.ts',
  'server/bilaterals/change-meeting.ts': 'tests/server/bilaterals/arrange-meeting.test.ts',
  'server/bilaterals/list-bilaterals.ts': 'tests/server/bilaterals/arrange-meeting.test.ts',
  'server/bilaterals/move-meeting-state.ts': 'tests/server/bilaterals/arrange-meeting.test.ts',
  'server/bilaterals/open-meeting.ts': 'tests/server/bilaterals/arrange-meeting.test.ts',
  'server/bilaterals/read-meeting-of-request.ts': 'tests/server/bilaterals/arrange-meeting.test.ts',
  'server/bilaterals/read-planner.ts': 'tests/server/bilaterals/arrange-meeting.test.ts',
  'server/calls/read-calls.ts': 'tests/server/calls/keep-calls.test.ts',
  'server/clashes/refuse-clashes.ts': 'tests/server/schedule/place-session.test.ts',
  'server/passes/board.ts': 'tests/server/passes/read-pass-board.test.ts',
  'server/passes/list-passes-of-request.ts': 'tests/server/passes/release-pass.test.ts',
  'server/passes/record-official-step.ts': 'tests/server/passes/release-pass.test.ts',
  'server/passes/settle-request.ts': 'tests/server/passes/allot-passes.test.ts',
  'server/passes/tell-member.ts': 'tests/server/passes/allot-passes.test.ts',
  'server/schedule/plan-release.ts': 'tests/server/schedule/preview-release.test.ts',
  'server/schedule/tell-of-release.ts': 'tests/server/schedule/preview-release.test.ts',
  'server/schedule/answer-proof.ts': 'tests/server/schedule/send-proofs.test.ts',
  'server/schedule/list-proofs.ts': 'tests/server/schedule/send-proofs.test.ts',
  'server/schedule/own-proofs.ts': 'tests/server/schedule/send-proofs.test.ts',
  'server/schedule/proof-hash.ts': 'tests/server/schedule/send-proofs.test.ts',
  'server/schedule/remind-of-proofs.ts': 'tests/server/schedule/send-proofs.test.ts',
  'shared/schedule/preview-contract.ts': 'tests/server/schedule/preview-release.test.ts',
  'shared/schedule/proof-contract.ts': 'tests/server/schedule/send-proofs.test.ts',
  'shared/schedule/proof-state.ts': 'tests/server/schedule/send-proofs.test.ts',
  'shared/schedule/release-mail.ts': 'tests/server/schedule/preview-release.test.ts',
  'shared/schedule/release-operations.ts': 'tests/server/schedule/send-proofs.test.ts',
  'server/schedule/release-routes.ts': 'tests/server/schedule/send-proofs.test.ts',
  'shared/schedule/change-words.ts': 'tests/server/schedule/preview-release.test.ts',
  'shared/schedule/change-contract.ts': 'tests/shared/schedule/release-changes.test.ts',
  'shared/passes/allotment-model.ts': 'tests/shared/passes/allotment.test.ts',
  'shared/passes/allotment-problem.ts': 'tests/shared/passes/allotment.test.ts',
  'shared/passes/allotment-reasons.ts': 'tests/shared/passes/allotment.test.ts',
  'shared/passes/allotment-score.ts': 'tests/shared/passes/allotment.test.ts',
  'server/schedule/add-session-of-request.ts': 'tests/server/schedule/change-session.test.ts',
  'server/schedule/add-session.ts': 'tests/server/schedule/change-session.test.ts',
  'server/schedule/cancel-session.ts': 'tests/server/schedule/place-session.test.ts',
  'server/schedule/fit-room.ts': 'tests/server/schedule/place-session.test.ts',
  'server/schedule/follow-request.ts': 'tests/server/schedule/place-session.test.ts',
  'server/schedule/list-releases.ts': 'tests/server/schedule/release-schedule.test.ts',
  'server/schedule/open-session.ts': 'tests/server/schedule/place-session.test.ts',
  'server/schedule/older-releases.ts': 'tests/server/schedule/public-views.test.ts',
  'server/schedule/public-moment.ts': 'tests/server/schedule/public-pages.test.ts',
  'server/schedule/public-pulse.ts': 'tests/server/schedule/public-views.test.ts',
  'server/schedule/public-worker.ts': 'tests/server/schedule/public-views.test.ts',
  'shared/schedule/public-brief.ts': 'tests/server/schedule/public-views.test.ts',
  'shared/schedule/public-renderer.ts': 'tests/web/schedule/public-day.test.tsx',
  'server/schedule/public-asked.ts': 'tests/server/schedule/public-files.test.ts',
  'server/schedule/work-out-placement.ts': 'tests/server/schedule/propose-placement.test.ts',
  'server/schedule/placement-routes.ts': 'tests/server/schedule/propose-placement.test.ts',
  'server/schedule/accept-placement.ts': 'tests/server/schedule/propose-placement.test.ts',
  'shared/schedule/placement.ts': 'tests/server/schedule/placement-model.test.ts',
  'shared/schedule/placement-contract.ts': 'tests/server/schedule/propose-placement.test.ts',
  'shared/schedule/placement-operations.ts': 'tests/server/schedule/propose-placement.test.ts',
  'server/schedule/read-draft.ts': 'tests/server/schedule/release-schedule.test.ts',
  'server/schedule/read-session-of-request.ts': 'tests/server/schedule/change-session.test.ts',
  'server/schedule/record-session.ts': 'tests/server/schedule/place-session.test.ts',
  'server/schedule/unplace-session.ts': 'tests/server/schedule/place-session.test.ts',
  'server/schedule/write-parts.ts': 'tests/server/schedule/change-session.test.ts',
  'server/clashes/keep-planning.ts': 'tests/server/clashes/list-findings.test.ts',
  'server/clashes/read-board.ts': 'tests/server/clashes/list-findings.test.ts',
  'server/clashes/read-facts.ts': 'tests/server/clashes/list-findings.test.ts',
  'shared/clashes/fact.ts': 'tests/shared/clashes/finding-index.test.ts',
  'shared/clashes/stamp.ts': 'tests/shared/clashes/finding-rules.test.ts',
  'shared/schedule/public-calendars.ts': 'tests/server/schedule/public-files.test.ts',
  'shared/clashes/commitment.ts': 'tests/shared/clashes/find-clashes.test.ts',
  'shared/clashes/holder.ts': 'tests/server/clashes/list-findings.test.ts',
  'shared/accounts/authority-operations.ts': 'tests/server/accounts/keep-authorities.test.ts',
  'shared/accounts/passkey-operations.ts': 'tests/server/accounts/keep-passkeys.test.ts',
  'server/accounts/check-passkey.ts': 'tests/server/accounts/sign-in-with-passkey.test.ts',
  'server/accounts/note-passkey-use.ts': 'tests/server/accounts/sign-in-with-passkey.test.ts',
  'server/accounts/pending-proof.ts': 'tests/server/accounts/sign-in-with-passkey.test.ts',
  'server/accounts/take-factor-away.ts': 'tests/server/accounts/reset-second-factor.test.ts',
  'server/accounts/limit-tries.ts': 'tests/server/accounts/sign-in-with-password.test.ts',
  'server/accounts/actor-of-session.ts': 'tests/server/accounts/find-actor.test.ts',
  'server/accounts/read-second-factor.ts': 'tests/server/accounts/set-up-totp.test.ts',
  'server/accounts/record-factor-change.ts': 'tests/server/accounts/set-up-totp.test.ts',
  'server/accounts/recovery-codes.ts': 'tests/server/accounts/set-up-totp.test.ts',
  'server/accounts/renew-session.ts': 'tests/server/accounts/prove-second-factor.test.ts',
  'server/accounts/spend-code.ts': 'tests/server/accounts/prove-second-factor.test.ts',
  'server/accounts/refuse-weak-password.ts': 'tests/server/accounts/redeem-invitation.test.ts',
  'shared/accounts/known-words.ts': 'tests/shared/accounts/weak-password.test.ts',
  'server/accounts/start-session.ts': 'tests/server/accounts/sign-in-with-password.test.ts',
  'server/accounts/start-yearly-check.ts': 'tests/server/accounts/keep-yearly-check.test.ts',
  'server/accounts/session-times.ts': 'tests/server/accounts/find-actor.test.ts',
  'server/notifications/compose-mail.ts': 'tests/server/notifications/deliver-outbox.test.ts',
  'server/notifications/send-mail.ts': 'tests/server/notifications/deliver-outbox.test.ts',
  'server/requests/change-request.ts': 'tests/server/requests/desk-steps.test.ts',
  'server/requests/count-requests.ts': 'tests/server/requests/list-requests.test.ts',
  'server/requests/field-error.ts': 'tests/server/requests/create-draft.test.ts',
  'server/requests/refuse-stale.ts': 'tests/server/requests/save-answers.test.ts',
  'server/requests/tell.ts': 'tests/server/requests/write-message.test.ts',
  'server/requests/undo-bulk.ts': 'tests/server/requests/act-on-many.test.ts',
  'server/delegations/consent-words.ts': 'tests/server/delegations/identity-page.test.ts',
  'server/delegations/identity-link.ts': 'tests/server/delegations/identity-page.test.ts',
  'server/delegations/identity-statuses.ts': 'tests/server/delegations/keep-identity.test.ts',
  'server/delegations/keep-consents.ts': 'tests/server/delegations/identity-page.test.ts',
  'server/delegations/list-identities.ts': 'tests/server/delegations/keep-identity.test.ts',
  'server/delegations/list-viewings.ts': 'tests/server/delegations/reveal-identity.test.ts',
  'server/delegations/present-identity.ts': 'tests/server/delegations/keep-identity.test.ts',
  'server/delegations/keep-retention.ts': 'tests/server/delegations/run-purge.test.ts',
  'server/delegations/present-retention.ts': 'tests/server/delegations/run-purge.test.ts',
  'server/delegations/read-certificates.ts': 'tests/server/delegations/run-purge.test.ts',
  'server/delegations/rotate-key.ts': 'tests/server/delegations/run-purge.test.ts',
  'server/delegations/start-vault-jobs.ts': 'tests/server/delegations/run-purge.test.ts',
  'shared/delegations/retention.ts': 'tests/server/delegations/run-purge.test.ts',
  'server/delegations/vault-secrets.ts': 'tests/server/delegations/keep-identity.test.ts',
  'server/delegations/who-has-no-consent.ts': 'tests/server/delegations/reveal-identity.test.ts',
  'shared/requests/history-selections.ts': 'tests/server/requests/read-history.test.ts',
  'shared/requests/sign-off-operations.ts': 'tests/server/requests/keep-sign-off.test.ts',
  'shared/requests/task-contract.ts': 'tests/server/requests/tasks/tasks.test.ts',
  'shared/requests/task-mails.ts': 'tests/server/requests/tasks/tasks.test.ts',
  'shared/requests/task-operations.ts': 'tests/server/requests/tasks/tasks.test.ts',
  'shared/schedule/sheet-contract.ts': 'tests/server/schedule/save-papers.test.ts',
  'shared/schedule/sheet-operations.ts': 'tests/server/schedule/save-papers.test.ts',
  'server/schedule/read-sheets.ts': 'tests/server/schedule/save-papers.test.ts',
  'shared/requests/kind-names.ts': 'tests/shared/requests/kinds.test.ts',
  'server/events/part-history.ts': 'tests/support/keeps-parts.ts',
};

test('every decision has a test at the mirrored path', () => {
  expect(decisions.length).toBeGreaterThan(20);
  const untested = decisions.filter(
    (file) => !existsSync(`tests/${file.replace(/\.ts$/, '.test.ts')}`) && !(file in SHOWN_ELSEWHERE),
  );
  expect(untested).toEqual([]);
});

test('what is shown elsewhere really is', () => {
  for (const [file, test] of Object.entries(SHOWN_ELSEWHERE)) {
    expect(existsSync(file), file).toBe(true);
    expect(existsSync(test), test).toBe(true);
  }
});
