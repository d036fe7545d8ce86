import { defineTexts } from '#shared/text.ts';

/** Words of the findings. */
export const clashTexts = defineTexts(
  {
    none: '重なりや不足は見つかっていません',
    loading: '確かめています…',
    failed: '検査の結果を読み込めませんでした',
    two_places: (person: string, member: string) => `${person}（${member}）が同じ時間に2つの予定`,
    no_pass: (person: string, member: string) => `${person}（${member}）はこの日のパスがありません`,
    kind: { session: '企画', meeting: '会談' },
  },
  {
    none: 'No clash and nothing missing',
    loading: 'Checking…',
    failed: 'The findings could not be loaded',
    two_places: (person: string, member: string) => `${person} (${member}) is in two places at once`,
    no_pass: (person: string, member: string) => `${person} (${member}) has no pass for that day`,
    kind: { session: 'Session', meeting: 'Meeting' },
  },
);
