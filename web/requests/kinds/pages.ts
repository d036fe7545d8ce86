import type { ComponentType } from 'react';
import type { Lang } from '#shared/lang.ts';
import type { RequestKind } from '#shared/requests/kind-names.ts';
import type { DetailsByKind } from '#shared/requests/kinds.ts';
import { meetingStepTexts } from '#shared/requests/meeting-step-texts.ts';
import { stepTexts } from '#shared/requests/step-texts.ts';
import { textsIn } from '#shared/text.ts';
import { BilateralCounterpartStep } from './bilateral/CounterpartStep.tsx';
import { BilateralPeopleStep } from './bilateral/PeopleStep.tsx';
import { BilateralPurposeStep } from './bilateral/PurposeStep.tsx';
import { BilateralTimesStep } from './bilateral/TimesStep.tsx';
import { PassDaysStep } from './pass/DaysStep.tsx';
import { PassPeopleStep } from './pass/PeopleStep.tsx';
import { PassPurposeStep } from './pass/PurposeStep.tsx';
import { SpeakingCallStep } from './speaking/CallStep.tsx';
import { SpeakingContentStep } from './speaking/ContentStep.tsx';
import { SpeakingPracticalStep } from './speaking/PracticalStep.tsx';
import { SpeakingSpeakersStep } from './speaking/SpeakersStep.tsx';
import { SpeakingTimesStep } from './speaking/TimesStep.tsx';
import type { StepProps } from './step-props.ts';

type Pages = { [Kind in RequestKind]: Record<string, ComponentType<StepProps<DetailsByKind[Kind]>>> };

/** The pages of every kind. */
const PAGES: Pages = {
  pass: { people: PassPeopleStep, days: PassDaysStep, purpose: PassPurposeStep },
  speaking: {
    call: SpeakingCallStep,
    content: SpeakingContentStep,
    times: SpeakingTimesStep,
    speakers: SpeakingSpeakersStep,
    practical: SpeakingPracticalStep,
  },
  bilateral: {
    counterpart: BilateralCounterpartStep,
    purpose: BilateralPurposeStep,
    people: BilateralPeopleStep,
    times: BilateralTimesStep,
  },
};

/** A page of a kind known only at run time; it accepts the answers `parseDetails` gave for that kind. */
export function pageOf(kind: RequestKind, step: string): ComponentType<StepProps<unknown>> | undefined {
  return PAGES[kind][step] as ComponentType<StepProps<unknown>> | undefined;
}

export type PageWords = {
  title: string;
  lead: string;
  helpTitle: string;
  help: string;
  helpTitle2?: string;
  help2?: string;
};

/** What a page asks at its top, and what it explains beside. */
export function wordsOfPage(kind: RequestKind, step: string, lang: Lang): PageWords | undefined {
  const ofKind: Readonly<Record<string, PageWords>> =
    kind === 'bilateral' ? textsIn(meetingStepTexts, lang) : textsIn(stepTexts, lang)[kind];
  return ofKind[step];
}
