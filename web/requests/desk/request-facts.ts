import type { Lang } from '#shared/lang.ts';
import type { RequestView } from '#shared/requests/contract.ts';
import { deskTexts } from '#shared/requests/desk-texts.ts';
import type { BilateralDetails } from '#shared/requests/kinds/bilateral.ts';
import type { PassDetails } from '#shared/requests/kinds/pass.ts';
import type { SpeakingDetails } from '#shared/requests/kinds/speaking.ts';
import { parseDetails } from '#shared/requests/kinds.ts';
import { requestWords } from '#shared/requests/words.ts';
import { textsIn } from '#shared/text.ts';
import { formatDay, formatShortDay, formatStamp } from '#shared/time.ts';

export type Fact = { label: string; text: string };

/** The few answers one decides by, without opening the whole content. */
export function factsOf(request: RequestView, lang: Lang): Fact[] {
  const t = textsIn(deskTexts, lang);
  const parsed = parseDetails(request.kind, request.details);
  const facts = parsed.success ? answersOf(request, parsed.data, lang) : [];
  if (request.submittedAt) facts.push({ label: t.fact.submitted, text: formatStamp(request.submittedAt, lang) });
  if (request.waitlist) {
    const { position, of } = request.waitlist;
    facts.push({ label: t.fact.waitlist, text: t.panel.place(position, of) });
  }
  return facts.filter((fact) => fact.text !== '');
}

function answersOf(request: RequestView, details: unknown, lang: Lang): Fact[] {
  const t = textsIn(deskTexts, lang).fact;
  const words = textsIn(requestWords, lang);
  const names = request.delegates.map((one) => one.name);
  const people = names.length > 2 ? t.more(names[0] ?? '', names.length - 1) : names.join(t.list);
  if (request.kind === 'pass') {
    const { people: party, zone } = details as PassDetails;
    const from = party.flatMap((one) => one.from ?? []).sort()[0];
    const to = party
      .flatMap((one) => one.to ?? [])
      .sort()
      .at(-1);
    return [
      { label: t.zone, text: zone ? words.zone[zone] : '' },
      { label: t.people, text: people },
      { label: t.days, text: from && to ? `${formatShortDay(from, lang)}–${formatShortDay(to, lang)}` : '' },
    ];
  }
  if (request.kind === 'speaking') {
    const { wishes, role, interpretation } = details as SpeakingDetails;
    const first = wishes[0];
    return [
      { label: t.firstWish, text: first ? `${formatDay(first.day, lang)} ${words.dayPart[first.part]}` : '' },
      { label: t.role, text: role ? words.speakingRole[role] : '' },
      { label: t.speakers, text: people },
      { label: t.interpretation, text: words.interpretation[interpretation] },
    ];
  }
  const { windows, counterpartName, minutes } = details as BilateralDetails;
  const first = windows[0];
  return [
    { label: t.counterpart, text: counterpartName },
    { label: t.firstWish, text: first ? `${formatShortDay(first.day, lang)} ${first.from}–${first.to}` : '' },
    { label: t.participants, text: people },
    { label: t.minutes, text: words.minutes(minutes) },
  ];
}
