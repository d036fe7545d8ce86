/** To whom a delegate's data may go, each with a consent of its own. */
export const RECEIVERS = ['iclei_world', 'secretariat', 'host_country', 'pavilion_host', 'counterpart'] as const;
export type Receiver = (typeof RECEIVERS)[number];

/** Without these nobody's name is handed in: they are the way it takes. */
export const NEEDED_TO_NOMINATE = ['iclei_world', 'secretariat', 'host_country'] as const satisfies readonly Receiver[];

export const CONSENT_STATES = ['missing', 'given', 'lapsed', 'withdrawn'] as const;
export type ConsentState = (typeof CONSENT_STATES)[number];

export type KeptConsent = {
  receiver: Receiver;
  endedAs: 'withdrawn' | 'replaced' | null;
  /** The host country as the words named it, and whether it was still uncertain then. */
  country: string;
  provisional: boolean;
};

/**
 * Whether a consent holds. One to the host country lapses when another country is named, or when the country that was
 * expected becomes certain: the law wants to know of whom it was said. `kept` is the latest for its receiver.
 */
export function consentState(
  kept: KeptConsent | undefined,
  event: { countryEn: string; provisional: boolean },
): ConsentState {
  if (!kept || kept.endedAs === 'replaced') return 'missing';
  if (kept.endedAs === 'withdrawn') return 'withdrawn';
  if (kept.receiver !== 'host_country') return 'given';
  const sameCountry = kept.country === event.countryEn;
  return sameCountry && (!kept.provisional || event.provisional) ? 'given' : 'lapsed';
}

export function isNeededToNominate(receiver: Receiver): boolean {
  return (NEEDED_TO_NOMINATE as readonly Receiver[]).includes(receiver);
}
