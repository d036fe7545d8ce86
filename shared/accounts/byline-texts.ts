import { defineTexts } from '#shared/text.ts';

/** How the one who acted and the one they acted for are named together. */
export const bylineTexts = defineTexts(
  { actingFor: (who: string, principal: string) => `${who}（${principal}の代理）` },
  { actingFor: (who: string, principal: string) => `${who} (for ${principal})` },
);
