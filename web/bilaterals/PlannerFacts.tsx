import type { MeetingView, PlannerView } from '#shared/bilaterals/contract.ts';
import { bilateralTexts } from '#shared/bilaterals/texts.ts';
import type { RequestView } from '#shared/requests/contract.ts';
import type { BilateralDetails } from '#shared/requests/kinds/bilateral.ts';
import { requestWords } from '#shared/requests/words.ts';
import { JAPAN } from '#shared/time.ts';
import { offsetMinutes } from '#shared/time-zone.ts';
import { inWords } from '../in-words.ts';
import { useLang, useTexts } from '../texts.ts';

type PlannerFactsProps = {
  request: RequestView;
  details: BilateralDetails;
  meeting: MeetingView | null;
  delegates: PlannerView['delegates'];
  now: Date;
};

/** Who meets whom and about what, as the request says. */
export function PlannerFacts({ request, details, meeting, delegates, now }: PlannerFactsProps) {
  const t = useTexts(bilateralTexts);
  const words = useTexts(requestWords);
  const lang = useLang();
  const counterpart = meeting?.counterpart;
  const country = counterpart ? inWords(counterpart.country, lang) : details.counterpartCountry;
  const zone = counterpart?.timeZone;
  const ahead = zone ? (offsetMinutes(now, zone) - offsetMinutes(now, JAPAN)) / 60 : 0;
  const member = inWords(request.member.name, lang);
  const rows = [
    [t.fact.purpose, details.purpose],
    [t.fact.topics, details.topics],
    [t.fact.wanted, details.wanted],
    [t.fact.person, [details.personWanted, words.level[details.levelWanted]].filter(Boolean).join(t.join)],
    [t.fact.minutes, words.minutes(details.minutes)],
    [t.fact.interpreter, words.interpreter[details.interpreter]],
    [t.fact.mode, words.meetingMode[details.mode]],
    [t.fact.placeWish, details.placeWish],
    [t.fact.secondChoices, details.secondChoices],
    [t.contactInCharge, request.owner?.name ?? ''],
  ].filter(([, text]) => text !== '');
  return (
    <section className="planner-facts no-print" aria-label={t.facts}>
      <div className="planner-side" data-side="ours">
        <h2>{member}</h2>
        <ul>
          {delegates.map((one) => (
            <li key={one.id}>
              {one.name} <small>{inWords(one.title, lang)}</small>
            </li>
          ))}
        </ul>
      </div>
      <div className="planner-side" data-side="theirs">
        <h2>{counterpart ? inWords(counterpart.name, lang) : details.counterpartName || words.untitled.bilateral}</h2>
        <p>
          {country}
          {zone ? t.join : null}
          {zone ? <span className="whitespace-nowrap">{t.aheadOfJapan(ahead)}</span> : null}
        </p>
        {meeting?.counterpartPerson ? <p>{meeting.counterpartPerson}</p> : null}
        {counterpart ? null : <p className="text-ink-3">{t.noCounterpartYet}</p>}
      </div>
      <dl>
        {rows.map(([label, text]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd className="whitespace-pre-wrap">{text}</dd>
          </div>
        ))}
      </dl>
      <div className="planner-sources">
        <b>{t.sources}</b>
        <p>{t.sourceWishes(member)}</p>
        {counterpart ? <p>{t.sourceCounterpart(inWords(counterpart.name, lang))}</p> : null}
      </div>
    </section>
  );
}
