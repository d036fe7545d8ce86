import type { Lang } from '#shared/lang.ts';

/** Why passport data of a delegate are not asked for yet, in words, or null: nobody's are collected in advance. */
export function whyNotAskIdentity(delegate: { accepted: boolean; removed: boolean }, lang: Lang): string | null {
  if (delegate.removed) {
    return lang === 'ja' ? '派遣団から外れた人の情報は入力できません' : 'This person has left the delegation';
  }
  if (delegate.accepted) return null;
  return lang === 'ja'
    ? 'パスの申請が承認されてから入力できます。それまではお預かりしません'
    : 'It is asked for once a request for a pass has been approved, and not before';
}

/** Why passport data cannot be shown to anybody, in words, or null. */
export function whyNotReveal(state: 'missing' | 'kept' | 'purged', lang: Lang): string | null {
  if (state !== 'missing') return null;
  return lang === 'ja' ? 'まだ入力されていません' : 'Nothing has been entered yet';
}
