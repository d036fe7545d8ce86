import type { RequestKind } from '#shared/requests/kind-names.ts';
import type { BilateralDetails } from '#shared/requests/kinds/bilateral.ts';
import type { PassDetails } from '#shared/requests/kinds/pass.ts';
import type { SpeakingDetails } from '#shared/requests/kinds/speaking.ts';
import { kindOf, parseDetails } from '#shared/requests/kinds.ts';

/** One point of the checklist; `count` goes into its words. */
export type Check = {
  name:
    | 'people'
    | 'days'
    | 'purpose'
    | 'title'
    | 'abstract'
    | 'abstractEn'
    | 'times'
    | 'speakers'
    | 'approval'
    | 'counterpart'
    | 'participants';
  done: boolean;
  count?: number;
};

/** What the office looks at first: the answers that must be there, and some that make work if they are not. */
export function checklistOf(kind: RequestKind, answers: unknown): Check[] {
  const parsed = parseDetails(kind, answers);
  if (!parsed.success) return [];
  const pointers = kindOf(kind)
    .issues(parsed.data)
    .map((issue) => issue.pointer);
  const complete = (...starts: string[]) =>
    !pointers.some((pointer) => starts.some((start) => pointer.startsWith(start)));
  if (kind === 'pass') {
    const details = parsed.data as PassDetails;
    const days = !pointers.some((pointer) => /^\/(zone|people\/\d+\/)/.test(pointer));
    return [
      {
        name: 'people',
        done: !pointers.includes('/people') && complete('/minimumParty'),
        count: details.people.length,
      },
      { name: 'days', done: days },
      { name: 'purpose', done: complete('/purpose') },
    ];
  }
  if (kind === 'speaking') {
    const details = parsed.data as SpeakingDetails;
    return [
      { name: 'title', done: complete('/title') },
      { name: 'abstract', done: !pointers.includes('/abstractJa') },
      { name: 'abstractEn', done: details.abstractEn !== '' && complete('/abstractEn') },
      { name: 'times', done: complete('/wishes') },
      { name: 'speakers', done: complete('/speakers'), count: details.speakers.length },
      { name: 'approval', done: details.approval === 'approved' },
    ];
  }
  const details = parsed.data as BilateralDetails;
  return [
    { name: 'counterpart', done: complete('/counterpart') },
    { name: 'purpose', done: complete('/purpose') },
    { name: 'participants', done: complete('/people'), count: details.people.length },
    { name: 'times', done: complete('/windows') },
  ];
}
