import type { Deed } from './verdicts.ts';

/** What a deed asks for before it is done; `message` writes to many. */
export type AskedDeed = Deed | 'message';
export type DeedField =
  | 'what'
  | 'body'
  | 'due'
  | 'reason'
  | 'optionalReason'
  | 'owner'
  | 'note'
  | 'turn'
  | 'optionalWhat';

export const DEED_FIELDS: Record<AskedDeed, readonly DeedField[]> = {
  start: [],
  approve: [],
  ask: ['what', 'body', 'due'],
  waitlist: ['optionalReason'],
  decline: ['reason'],
  offer: ['body', 'due'],
  reopen: ['optionalReason'],
  complete: [],
  assign: ['owner', 'note'],
  next: ['turn', 'optionalWhat', 'due'],
  message: ['body'],
};

/** The same deed on many leaves out what only one request can keep. */
export function fieldsOf(deed: AskedDeed, many: boolean): readonly DeedField[] {
  return DEED_FIELDS[deed].filter((field) => !many || (field !== 'note' && field !== 'optionalReason'));
}
