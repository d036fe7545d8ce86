import { defineTexts } from '#shared/text.ts';

/** On a municipality's first screen while sessions wait for its check. */
export const proofHintTexts = defineTexts(
  { hint: (count: number) => `公開前の確認が${count}件あります`, look: '確かめる' },
  {
    hint: (count: number) =>
      `${count} ${count === 1 ? 'session waits' : 'sessions wait'} for your check before release`,
    look: 'Check',
  },
);
