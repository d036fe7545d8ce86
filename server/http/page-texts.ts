import { defineTexts } from '#shared/text.ts';

/** The words of the few pages that the server writes itself, outside the app. */
export const pageTexts = defineTexts(
  {
    product: 'COPデスク',
    toStart: '最初のページへ',
    office: 'お困りのときは、事務局（03-6205-8415）へお電話ください。',
    requestNumber: (id: string) => `お問い合わせの番号：${id}`,
    problemCode: (code: string, status: number) => `${code}（HTTP ${status}）`,
    problemMeaning: 'APIがこの理由で断ったときの説明です。',
    notBuilt: '画面がまだ組み立てられていません。npm start で起動してください。',
    docs: 'API一覧',
    docsLead: 'すべての操作です。OpenAPI 3.1の文書は',
    who: '行える人',
    versionNeeded: '版の番号（If-Match）が必要です',
    repeatable: 'Idempotency-Keyで安全に繰り返せます',
    answers: '答え',
    refusals: '断る理由',
    nothing: 'なし',
  },
  {
    product: 'COP Desk',
    toStart: 'To the first page',
    office: 'If you are stuck, call the office: 03-6205-8415.',
    requestNumber: (id) => `Number of this request: ${id}`,
    problemCode: (code, status) => `${code} (HTTP ${status})`,
    problemMeaning: 'What it means when the API refuses for this reason.',
    notBuilt: 'The screens have not been built yet. Start with npm start.',
    docs: 'API operations',
    docsLead: 'Every operation. The OpenAPI 3.1 document is',
    who: 'Who may',
    versionNeeded: 'Needs the version (If-Match)',
    repeatable: 'Safe to repeat with an Idempotency-Key',
    answers: 'Answers',
    refusals: 'Refusals',
    nothing: 'none',
  },
);
