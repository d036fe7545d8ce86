import type { Fault, Verdict } from '#server/accounts/verify-history.ts';

const FAULTS: Record<Fault, (seq: number | null) => [ja: string, en: string]> = {
  'link-missing': (seq) => [`鎖の${seq}番がありません。`, `Link ${seq} of the chain is missing.`],
  'row-missing': (seq) => [`${seq}番の記録が消されています。`, `The row of link ${seq} has been removed.`],
  'row-differs': (seq) => [
    `${seq}番の記録が書き換えられています。`,
    `The row of link ${seq} is not the one that was sealed.`,
  ],
  'end-missing': (seq) => [`鎖が${seq}番の手前で切れています。`, `The chain ends before link ${seq}.`],
  'head-differs': (seq) => [
    `${seq}番の値が、控えた値と違います。鎖が作り直されています。`,
    `Link ${seq} is not what was noted: the chain has been made anew.`,
  ],
  'slipped-in': () => ['鎖にない記録が、あとから入れられています。', 'A row outside of the chain has been slipped in.'],
};

/** What the check of the record of changes found, for the person at the terminal. */
export function verdictText({ links, head, waiting, broken }: Verdict): string {
  if (broken) {
    const where = broken.historyId ? ` (history.id ${broken.historyId})` : '';
    return [...FAULTS[broken.fault](broken.seq).map((line) => line + where), `${links} links hold before it.`].join(
      '\n',
    );
  }
  return [
    `変更の記録は、${links}件すべてがつながっています。先端の値を、データベースの外に控えてください。`,
    `The record of changes holds: ${links} links. Note the head outside of the database:`,
    ...(head ? ['', `  ${head.seq}:${head.hash}`, ''] : []),
    ...(waiting > 0 ? [`まだ鎖に入っていない新しい記録：${waiting}件 / Too young to be sealed yet: ${waiting}`] : []),
  ].join('\n');
}
