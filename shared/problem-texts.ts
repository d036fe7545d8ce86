import type { Lang } from './lang.ts';
import type { ProblemCode, ProblemParams, ProblemWords } from './problem.ts';
import { englishProblems } from './problem-english-texts.ts';

/** Why a room is taken, where it is not the public time itself. */
const roomParts = { time: '企画の時間', setup: '準備の時間', teardown: '撤収の時間' };

const ja: ProblemWords = {
  'bad-request': {
    title: '読み取れない要求です',
    detail: () => '送られた内容を読み取れませんでした。画面を開き直して、もう一度お試しください。',
  },
  'two-keys': {
    title: 'アクセストークンとサインインの両方が送られました',
    detail: () => 'どちらか一方だけを送ってください。プログラムからは Cookie を付けずに呼び出します。',
  },
  'not-signed-in': { title: 'サインインが必要です', detail: () => 'サインインしてから、もう一度操作してください。' },
  'wrong-credentials': {
    title: 'サインインできません',
    detail: () => 'メールアドレスとパスワードの組み合わせを確かめてください。',
  },
  'link-not-valid': {
    title: 'このリンクは使えません',
    detail: () => 'リンクの期限が切れているか、すでに使われています。もう一度送り直してください。',
  },
  'token-not-valid': {
    title: 'このアクセストークンは使えません',
    detail: () => '期限が切れているか、無効にされています。アカウントの画面で新しく作ってください。',
  },
  'wrong-code': {
    title: '確認コードが違います',
    detail: () => '確認コードが違うか、使用済みです。新しいコードを確かめて、もう一度入力してください。',
  },
  'passkey-not-valid': {
    title: 'このパスキーでは確認できません',
    detail: () => 'もう一度お試しください。使えないときは、パスワードでサインインしてください。',
  },
  'issuer-not-valid': {
    title: '所属団体のアカウントを確認できませんでした',
    detail: () => 'はじめからもう一度お試しください。続くときは、パスワードでサインインしてください。',
  },
  'issuer-not-bound': {
    title: 'このアカウントはまだ連携されていません',
    detail: () => 'はじめにパスワードでサインインし、アカウントの画面で連携してください。',
  },
  'issuer-unreachable': {
    title: '所属団体のサインイン画面につながりません',
    detail: () => '時間をおいて試すか、パスワードでサインインしてください。',
  },
  'second-factor-required': {
    title: '確認コードが必要です',
    detail: () => 'サインインの画面で、2つ目の確認を済ませてください。',
  },
  'step-up-required': {
    title: 'ご本人の確認が必要です',
    detail: () => '大切な操作です。パスワードか確認コードを入力して、もう一度操作してください。',
  },
  'not-allowed': { title: 'この操作は行えません', detail: ({ because }) => because },
  'cross-site': {
    title: '別のサイトからの操作は受け付けません',
    detail: () => 'COPデスクの画面から操作してください。',
  },
  'token-reads-only': {
    title: 'このアクセストークンでは変更できません',
    detail: () => '読み取り専用です。変更するには、読み書きできるアクセストークンを作ってください。',
  },
  'not-by-token': {
    title: 'アクセストークンでは行えません',
    detail: () => 'この操作は、ご本人が画面でサインインして行ってください。',
  },
  'not-found': { title: '見つかりません', detail: () => 'ここには何もないか、お使いのアカウントでは見られません。' },
  'wrong-method': {
    title: 'この宛先ではその操作を受け付けません',
    detail: () => '宛先と操作の組み合わせを確かめてください。',
  },
  'wrong-state': {
    title: '先に進んだため操作できません',
    detail: ({ because }) => because ?? 'ほかの操作で状態が変わりました。最新の内容を確かめてください。',
  },
  'room-taken': {
    title: 'その部屋は使われています',
    detail: ({ by, own = 'time', other = 'time' }) =>
      by && (own !== 'time' || other !== 'time')
        ? `${roomParts[own]}が「${by}」の${roomParts[other]}と重なります。時間か準備・撤収の長さを変えてください。`
        : by
          ? `同じ時間に「${by}」が入っています。別の時間か部屋を選んでください。`
          : '同じ時間に別の予定が入っています。別の時間か部屋を選んでください。',
  },
  'pool-full': {
    title: '枠が足りません',
    detail: ({ pool, day, short }) => `${pool}は${day ? `${day}に` : ''}${short}名分足りません。`,
  },
  'already-holds-pass': {
    title: 'すでにパスがあります',
    detail: ({ names }) => `${names}さんは、同じ日のパスをすでに持っています。`,
  },
  'not-in-delegation': {
    title: '派遣団にいない人が含まれています',
    detail: () => '申請した自治体の派遣団から選んでください。',
  },
  'still-in-use': {
    title: '使われているため消せません',
    detail: ({ by }) =>
      by ? `${by}で使われています。先にそちらを外してください。` : 'ほかで使われています。先にそちらを外してください。',
  },
  clash: {
    title: '同じ時間に別の予定があります',
    detail: ({ names }) => `${names}さんは同じ時間に別の予定があります。進めるときは理由を記入してください。`,
  },
  'not-placed': { title: '日時と部屋が決まっていません', detail: () => '先に日時と部屋を決めてください。' },
  'draft-changed': {
    title: '確かめた後に下書きが変わりました',
    detail: () => '公開していません。新しい差分を確かめてから、もう一度公開してください。',
  },
  'nothing-to-release': { title: '公開する変更がありません', detail: () => '前回の公開から変更がありません。' },
  'consent-missing': {
    title: 'まだ推薦できない人がいます',
    detail: ({ names, identity, consents }) =>
      `${names}さんの${[identity ? 'パスポート情報' : '', consents ? '情報の提供への同意' : ''].filter(Boolean).join('と')}がまだそろっていません。派遣団の画面から本人にお願いしてください。`,
  },
  'identity-purged': {
    title: '消去しました',
    detail: () => 'このパスポート情報は、保管の期間が終わったため消去しました。もう表示できません。',
  },
  'already-exists': { title: 'すでにあります', detail: () => '同じものがすでに登録されています。' },
  'in-progress': { title: '同じ操作を処理しています', detail: () => '少し待ってから、もう一度お試しください。' },
  'changed-meanwhile': {
    title: 'ほかの人が先に変更しました',
    detail: () => '最新の内容と比べて、残す方を選んでください。入力した内容は消えていません。',
  },
  'too-large': { title: '送る内容が大きすぎます', detail: () => '文章を短くして、もう一度送ってください。' },
  'not-json': { title: 'JSONで送ってください', detail: () => 'Content-Type を application/json にしてください。' },
  'wrong-host': {
    title: 'このアドレスではご利用になれません',
    detail: () =>
      '案内されたアドレスを確かめてください。運用の方は、設定の PUBLIC_URL をこのアドレスに合わせてください。',
  },
  'invalid-input': { title: '確かめる項目があります', detail: ({ count }) => `${count}か所を確かめてください。` },
  'key-reused': { title: '同じ番号で別の内容が送られました', detail: () => 'Idempotency-Key を新しくしてください。' },
  'window-closed': {
    title: '受付期間の外です',
    detail: ({ closedAt }) =>
      closedAt ? `受付は${closedAt}に終わりました。事務局にご相談ください。` : '受付はまだ始まっていません。',
  },
  'version-required': { title: '版の番号が必要です', detail: () => 'If-Match に、見ていた版の番号を付けてください。' },
  'too-many-tries': {
    title: '試行が続いています',
    detail: ({ seconds }) => `${seconds}秒待ってから、もう一度お試しください。`,
  },
  'too-many-requests': {
    title: '短い時間に操作が続きました',
    detail: ({ seconds }) => `${waitJa(seconds)}ほどで続けられます。入力した内容は消えていません。`,
  },
  broken: {
    title: '表示できませんでした',
    detail: () =>
      '時間をおいて、もう一度お試しください。続くときは、下の番号を添えて事務局（03-6205-8415）へお知らせください。',
  },
  unavailable: { title: 'いま混み合っています', detail: () => '少し待ってから、もう一度お試しください。' },
};

/** A wait in the largest unit that tells it well enough. */
function waitJa(seconds: number): string {
  if (seconds < 100) return `${seconds}秒`;
  return seconds < 6_000 ? `${Math.ceil(seconds / 60)}分` : `${Math.ceil(seconds / 3_600)}時間`;
}

const words: Record<Lang, ProblemWords> = { ja, en: englishProblems };

/** The title and the sentence of a refusal in one language. */
export function problemWords<Code extends ProblemCode>(
  code: Code,
  params: ProblemParams[Code],
  lang: Lang,
): { title: string; detail: string } {
  const entry = words[lang][code] as { title: string; detail: (params: ProblemParams[Code]) => string };
  return { title: entry.title, detail: entry.detail(params) };
}
