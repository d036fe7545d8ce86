import { say } from '#shared/shapes.ts';

/** At the field of an answer that asks for a correction and does not say which. */
export const correctionMissing = say('直してほしいところを入力してください', 'Enter what should be corrected');
