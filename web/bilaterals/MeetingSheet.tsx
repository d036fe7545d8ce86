import type { MeetingView, PlannerView } from '#shared/bilaterals/contract.ts';
import { meetingSheetTexts } from '#shared/bilaterals/sheet-texts.ts';
import { bilateralTexts } from '#shared/bilaterals/texts.ts';
import type { RequestView } from '#shared/requests/contract.ts';
import type { BilateralDetails } from '#shared/requests/kinds/bilateral.ts';
import { requestWords } from '#shared/requests/words.ts';
import { formatLongDay } from '#shared/time.ts';
import { inWords } from '../in-words.ts';
import { Answers } from '../requests/Answers.tsx';
import { useLang, useTexts } from '../texts.ts';
import { Appointment, placeOf } from './Appointment.tsx';

type MeetingSheetProps = {
  request: RequestView;
  details: BilateralDetails;
  meeting: MeetingView | null;
  delegates: PlannerView['delegates'];
  now: Date;
};

/** What is taken along to the meeting, on paper only: when, where, who, and what the municipality wrote. */
export function MeetingSheet({ request, details, meeting, delegates, now }: MeetingSheetProps) {
  const t = useTexts(bilateralTexts);
  const sheet = useTexts(meetingSheetTexts);
  const words = useTexts(requestWords);
  const lang = useLang();
  const ours = meeting && meeting.delegates.length > 0 ? meeting.delegates : delegates;
  const theirs = meeting
    ? [inWords(meeting.counterpart.name, lang), inWords(meeting.counterpart.country, lang)]
    : [details.counterpartName, details.counterpartCountry];
  return (
    <div className="meeting-sheet">
      <p className="meeting-sheet-head">
        <b>{sheet.title}</b> <span>{sheet.confidential}</span> {sheet.printedOn(formatLongDay(now, lang))}
      </p>
      <table>
        <tbody>
          <tr>
            <th scope="row">{sheet.row.reference}</th>
            <td>{request.reference}</td>
          </tr>
          <tr>
            <th scope="row">{sheet.row.time}</th>
            <td>{meeting?.startsAt ? <Appointment meeting={meeting} withPlace={false} /> : t.undecidedYet}</td>
          </tr>
          <tr>
            <th scope="row">{sheet.row.place}</th>
            <td>{meeting?.startsAt ? placeOf(meeting, lang) : t.undecidedYet}</td>
          </tr>
          <tr>
            <th scope="row">{sheet.row.mode}</th>
            <td>{words.meetingMode[meeting?.startsAt ? meeting.mode : details.mode]}</td>
          </tr>
          <tr>
            <th scope="row">{sheet.row.language}</th>
            <td>{meeting?.language || words.interpreter[details.interpreter]}</td>
          </tr>
          <tr>
            <th scope="row">{sheet.row.member}</th>
            <td>{inWords(request.member.name, lang)}</td>
          </tr>
          <tr>
            <th scope="row">{sheet.row.ours}</th>
            <td>
              {ours.map((one) => (
                <p key={one.id}>
                  {one.name} <small>{inWords(one.title, lang)}</small>
                </p>
              ))}
            </td>
          </tr>
          <tr>
            <th scope="row">{sheet.row.counterpart}</th>
            <td>{theirs.filter(Boolean).join(t.join)}</td>
          </tr>
          <tr>
            <th scope="row">{sheet.row.theirs}</th>
            <td>{meeting?.counterpartPerson || details.personWanted || t.undecidedYet}</td>
          </tr>
        </tbody>
      </table>
      <Answers
        kind="bilateral"
        details={request.details}
        context={{ lang, timeZone: request.event.timeZone, people: request.delegates }}
      />
    </div>
  );
}
