import { defineTexts } from './text.ts';

/** Words for a save that came second; fetched with the dialog that says them. */
export const staleTexts = defineTexts(
  {
    title: 'ほかの人が先に変更しました',
    body: (who: string, when: string) => `${when}に${who}が変更しました。どちらを残すか選んでください。`,
    plain: 'あなたが開いたあとに変更されました。どちらを残すか選んでください。',
    item: '項目',
    mine: 'あなたの入力',
    theirs: '保存されている内容',
    keep: '自分の入力を残す',
    take: '保存されている内容を使う',
  },
  {
    title: 'Someone changed this first',
    body: (who: string, when: string) => `${who} changed this on ${when}. Choose which version to keep.`,
    plain: 'This was changed after you opened it. Choose which version to keep.',
    item: 'Item',
    mine: 'What you typed',
    theirs: 'What is saved',
    keep: 'Keep mine',
    take: 'Use what is saved',
  },
);
