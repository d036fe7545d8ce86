import { textVersion } from '#db/text-version.ts';
import { isNeededToNominate, RECEIVERS } from '#shared/delegations/consent.ts';
import { consentTexts } from '#shared/delegations/consent-texts.ts';
import type { ConsentWords } from '#shared/delegations/contract.ts';
import type { Lang } from '#shared/lang.ts';
import { textsIn } from '#shared/text.ts';

export type ConsentEvent = {
  nameJa: string;
  nameEn: string;
  processJa: string;
  processEn: string;
  countryJa: string;
  countryEn: string;
  provisional: boolean;
};

/** What a delegate to this event is asked, in one language, each text with the version that a consent to it names. */
export function consentWords(event: ConsentEvent, lang: Lang): ConsentWords[] {
  const { receiver: names, text } = textsIn(consentTexts, lang);
  const { provisional } = event;
  const facts =
    lang === 'ja'
      ? { event: event.nameJa, process: event.processJa, country: event.countryJa, provisional }
      : { event: event.nameEn, process: event.processEn, country: event.countryEn, provisional };
  return RECEIVERS.map((receiver) => {
    const name = names[receiver];
    const words = text[receiver](facts);
    const named = typeof name === 'string' ? name : name(facts);
    return { receiver, needed: isNeededToNominate(receiver), name: named, text: words, version: textVersion(words) };
  });
}
