/** What can be asked for. */
export const REQUEST_KINDS = ['pass', 'speaking', 'bilateral'] as const;
export type RequestKind = (typeof REQUEST_KINDS)[number];

/** The letter in a reference such as COP32-S-0214. */
export const KIND_LETTER: Record<RequestKind, string> = { pass: 'P', speaking: 'S', bilateral: 'B' };

/** The reference people say on the phone: the event's short name, the kind's letter, four digits or more. */
export function referenceOf(eventShortName: string, kind: RequestKind, number: number): string {
  return `${eventShortName}-${KIND_LETTER[kind]}-${String(number).padStart(4, '0')}`;
}
