import type { Lang } from '#shared/lang.ts';
import type { ChangeKind } from './change-contract.ts';

type Words = {
  /** What changed, as one word in a list. */
  kind: Record<ChangeKind, string>;
  between: string;
  title: (title: string) => string;
};

/** The words for what a release changes: in mails, on the pages and in the feed. */
export const changeWords: Record<Lang, Words> = {
  ja: {
    kind: {
      added: '新しく掲載',
      removed: '掲載の取りやめ',
      cancelled: '中止',
      restored: '中止の取消し',
      moved: '日時',
      length: '長さ',
      room: '場所',
      title: '企画名',
      speakers: '登壇者',
      hosts: '主催・共催',
      language: '言語',
      interpretation: '通訳',
      abstract: '要旨',
      theme: 'テーマ',
      format: '形式',
      streamUrl: '配信',
      notices: '会場での注意',
      other: 'その他の内容',
    },
    between: '、',
    title: (title) => `「${title}」`,
  },
  en: {
    kind: {
      added: 'new',
      removed: 'no longer listed',
      cancelled: 'cancelled',
      restored: 'not cancelled after all',
      moved: 'time',
      length: 'length',
      room: 'room',
      title: 'title',
      speakers: 'speakers',
      hosts: 'hosts',
      language: 'language',
      interpretation: 'interpretation',
      abstract: 'abstract',
      theme: 'theme',
      format: 'format',
      streamUrl: 'stream',
      notices: 'notices in the room',
      other: 'other details',
    },
    between: ', ',
    title: (title) => `“${title}”`,
  },
};

/** What changed of one session, in a line: its title and the kinds of change, each once. */
export function changeLine(title: string, kinds: readonly ChangeKind[], lang: Lang): string {
  const words = changeWords[lang];
  const said = [...new Set(kinds)].map((kind) => words.kind[kind]).join(words.between);
  return lang === 'ja' ? `${words.title(title)}${said}` : `${words.title(title)}: ${said}`;
}
