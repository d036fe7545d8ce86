import type { ProblemWords } from './problem.ts';

/** Why a room is taken, where it is not the public time itself. */
const roomParts = { time: 'session itself', setup: 'set-up time', teardown: 'tear-down time' };

/** The English half of `problem-texts.ts`. */
export const englishProblems: ProblemWords = {
  'bad-request': {
    title: 'This request cannot be read',
    detail: () => 'What was sent could not be read. Reload the page and try again.',
  },
  'two-keys': {
    title: 'Both an access token and a session were sent',
    detail: () => 'Send one of them only. Programs call without a cookie.',
  },
  'not-signed-in': { title: 'Sign in first', detail: () => 'Sign in, then try again.' },
  'wrong-credentials': { title: 'Cannot sign you in', detail: () => 'Check the e-mail address and the password.' },
  'link-not-valid': {
    title: 'This link cannot be used',
    detail: () => 'It has expired or has been used already. Ask for a new one.',
  },
  'token-not-valid': {
    title: 'This access token cannot be used',
    detail: () => 'It has expired or has been ended. Make a new one on the account page.',
  },
  'wrong-code': {
    title: 'That code does not fit',
    detail: () => 'The code is wrong or has been used. Look at the newest one and enter it.',
  },
  'passkey-not-valid': {
    title: 'This passkey does not fit',
    detail: () => 'Try again. If it does not work, sign in with your password.',
  },
  'issuer-not-valid': {
    title: 'Your organisation’s account was not confirmed',
    detail: () => 'Begin again. If it goes on, sign in with your password.',
  },
  'issuer-not-bound': {
    title: 'This account is not linked yet',
    detail: () => 'Sign in with your password first, and link it on the account page.',
  },
  'issuer-unreachable': {
    title: 'Your organisation’s sign-in does not answer',
    detail: () => 'Try later, or sign in with your password.',
  },
  'second-factor-required': {
    title: 'A second step is missing',
    detail: () => 'Finish the second step of signing in on the sign-in page.',
  },
  'step-up-required': {
    title: 'Confirm that it is you',
    detail: () => 'This matters. Enter your password or a code, then try again.',
  },
  'not-allowed': { title: 'You may not do this', detail: ({ because }) => because },
  'cross-site': { title: 'Requests from another site are not accepted', detail: () => 'Use a COP Desk page.' },
  'token-reads-only': {
    title: 'This access token changes nothing',
    detail: () => 'It only reads. To change something, make one that reads and writes.',
  },
  'not-by-token': {
    title: 'Not with an access token',
    detail: () => 'The person does this themselves, signed in at a screen.',
  },
  'not-found': {
    title: 'Nothing here',
    detail: () => 'There is nothing at this address, or your account cannot see it.',
  },
  'wrong-method': {
    title: 'This address does not take that method',
    detail: () => 'Check the address and the method.',
  },
  'wrong-state': {
    title: 'It has already moved on',
    detail: ({ because }) => because ?? 'Somebody changed its state meanwhile. Look at the latest version.',
  },
  'room-taken': {
    title: 'That room is taken',
    detail: ({ by, own = 'time', other = 'time' }) =>
      by && (own !== 'time' || other !== 'time')
        ? `The ${roomParts[own]} overlaps the ${roomParts[other]} of “${by}”. Change the time, or the minutes for set-up and tear-down.`
        : by
          ? `“${by}” is there at that time. Choose another time or room.`
          : 'Something else is there at that time. Choose another time or room.',
  },
  'pool-full': {
    title: 'Not enough places',
    detail: ({ pool, day, short }) =>
      `${pool} is short of ${short} place${short === 1 ? '' : 's'}${day ? ` on ${day}` : ''}.`,
  },
  'already-holds-pass': {
    title: 'Already holds a pass',
    detail: ({ names }) => `${names} already holds a pass for those days.`,
  },
  'not-in-delegation': {
    title: 'Someone chosen is not in this delegation',
    detail: () => 'Choose delegates of the municipality that asked.',
  },
  'still-in-use': {
    title: 'Still in use',
    detail: ({ by }) => (by ? `It is used by ${by}. Remove that first.` : 'It is used elsewhere. Remove that first.'),
  },
  clash: {
    title: 'Someone would be in two places at once',
    detail: ({ names }) => `${names} has something else at that time. To go ahead, give a reason.`,
  },
  'not-placed': { title: 'No time and room yet', detail: () => 'Set a time and a room first.' },
  'draft-changed': {
    title: 'The draft has changed since you looked at it',
    detail: () => 'Nothing was released. Look at the new differences, then release again.',
  },
  'nothing-to-release': { title: 'Nothing to release', detail: () => 'Nothing has changed since the last release.' },
  'consent-missing': {
    title: 'Somebody cannot be nominated yet',
    detail: ({ names, identity, consents }) =>
      `The ${[identity ? 'passport data' : '', consents ? 'consents' : ''].filter(Boolean).join(' and ')} of ${names} are not complete. Ask them from the delegation’s page.`,
  },
  'identity-purged': {
    title: 'Erased',
    detail: () => 'These passport data have been erased because their time was over. They can no longer be shown.',
  },
  'already-exists': { title: 'Already there', detail: () => 'The same thing has been entered already.' },
  'in-progress': { title: 'The same request is being handled', detail: () => 'Wait a moment, then try again.' },
  'changed-meanwhile': {
    title: 'Somebody changed it before you',
    detail: () => 'Compare with the latest version and choose what to keep. What you typed is not lost.',
  },
  'too-large': { title: 'Too much to send', detail: () => 'Shorten the text and send it again.' },
  'not-json': { title: 'Send JSON', detail: () => 'Set Content-Type to application/json.' },
  'wrong-host': {
    title: 'This is not the desk’s address',
    detail: () => 'Use the address you were given. If you run this desk, set PUBLIC_URL to this address.',
  },
  'invalid-input': {
    title: 'Some answers need checking',
    detail: ({ count }) => (count === 1 ? 'One answer needs checking.' : `${count} answers need checking.`),
  },
  'key-reused': { title: 'The same key came with different content', detail: () => 'Use a new Idempotency-Key.' },
  'window-closed': {
    title: 'Outside the request window',
    detail: ({ closedAt }) =>
      closedAt ? `Requests closed on ${closedAt}. Ask the office.` : 'Requests have not opened yet.',
  },
  'version-required': {
    title: 'Say which version you are changing',
    detail: () => 'Send the version you were looking at as If-Match.',
  },
  'too-many-tries': { title: 'Too many tries', detail: ({ seconds }) => `Wait ${seconds} seconds, then try again.` },
  'too-many-requests': {
    title: 'Too much in a short time',
    detail: ({ seconds }) => `You can go on in about ${waitEn(seconds)}. What you have entered is still there.`,
  },
  broken: {
    title: 'This could not be shown',
    detail: () => 'Try again later. If it keeps happening, tell the office (03-6205-8415) the number below.',
  },
  unavailable: { title: 'Busy just now', detail: () => 'Wait a moment, then try again.' },
};

/** A wait in the largest unit that tells it well enough. */
function waitEn(seconds: number): string {
  if (seconds < 100) return seconds === 1 ? '1 second' : `${seconds} seconds`;
  return seconds < 6_000 ? `${Math.ceil(seconds / 60)} minutes` : `${Math.ceil(seconds / 3_600)} hours`;
}
