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
  'server/accounts/limit-tries.ts': 'tests/server/accounts/sign-in-with-password.test.ts',
  'server/accounts/password.ts': 'tests/server/accounts/sign-in-with-password.test.ts',
  'server/accounts/start-session.ts': 'tests/server/accounts/sign-in-with-password.test.ts',
  'server/accounts/session-times.ts': 'tests/server/accounts/find-actor.test.ts',
  'server/notifications/compose-mail.ts': 'tests/server/notifications/deliver-outbox.test.ts',
  'server/notifications/send-mail.ts': 'tests/server/notifications/deliver-outbox.test.ts',
  'server/requests/change-request.ts': 'tests/server/requests/desk-steps.test.ts',
  'server/requests/count-requests.ts': 'tests/server/requests/list-requests.test.ts',
  'server/requests/field-error.ts': 'tests/server/requests/create-draft.test.ts',
  'server/requests/refuse-stale.ts': 'tests/server/requests/save-answers.test.ts',
  'server/requests/tell.ts': 'tests/server/requests/write-message.test.ts',
  'server/requests/undo-bulk.ts': 'tests/server/requests/act-on-many.test.ts',
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
