import type { Span } from '#shared/bilaterals/candidates.ts';
import type { MeetingView, PlannerView } from '#shared/bilaterals/contract.ts';
import { meetingSheetTexts } from '#shared/bilaterals/sheet-texts.ts';
import { bilateralTexts } from '#shared/bilaterals/texts.ts';
import type { Lang } from '#shared/lang.ts';
import { requestWords } from '#shared/requests/words.ts';
import { textsIn } from '#shared/text.ts';
import { formatDateTime } from '#shared/time.ts';
import { inWords } from '../in-words.ts';
import type { Difference } from '../ui/ConflictDialog.tsx';
import { placeOf } from './Appointment.tsx';
import type { ArrangeInput } from './arrange-input.ts';

/** What I entered beside what somebody else has saved meanwhile. */
export function differencesOf(
  input: ArrangeInput,
  span: Span | null,
  theirs: MeetingView,
  planner: PlannerView,
  lang: Lang,
): Difference[] {
  const t = textsIn(bilateralTexts, lang);
  const sheet = textsIn(meetingSheetTexts, lang);
  const { meetingMode } = textsIn(requestWords, lang);
  const zone = planner.timeZone;
  const when = (at: Date | string | null | undefined) => (at ? formatDateTime(at, lang, zone) : t.undecidedYet);
  const room = planner.rooms.find((one) => one.id === input.roomId) ?? null;
  const names = (ids: readonly string[]) =>
    planner.delegates
      .filter((one) => ids.includes(one.id))
      .map((one) => one.name)
      .join(t.list);
  return [
    {
      label: t.counterpart,
      mine: inWords(input.counterpart.name, lang),
      theirs: inWords(theirs.counterpart.name, lang),
    },
    { label: t.counterpartPerson, mine: input.counterpartPerson, theirs: theirs.counterpartPerson },
    { label: sheet.row.time, mine: when(span?.startsAt), theirs: when(theirs.startsAt) },
    { label: sheet.row.place, mine: placeOf({ ...input, room }, lang), theirs: placeOf(theirs, lang) },
    { label: t.mode, mine: meetingMode[input.mode], theirs: meetingMode[theirs.mode] },
    { label: t.language, mine: input.language, theirs: theirs.language },
    { label: t.people, mine: names(input.people), theirs: theirs.delegates.map((one) => one.name).join(t.list) },
  ];
}
