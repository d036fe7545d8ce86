import { defineMails } from '#shared/notifications/mail.ts';
import { textsIn } from '#shared/text.ts';
import { formatDay } from '#shared/time.ts';
import { taskTexts } from './task-texts.ts';
import type { TaskKind } from './tasks.ts';

/** So many tasks are named in a reminder; the rest is a number. */
export const REMINDED_AT_MOST = 12;

type Line = { kind: TaskKind; dueOn: string | null; reference: string };

/** A reminder's list as a mail may carry it: codes and days, put into words for whoever reads it. */
export function reminderParams(tasks: readonly Line[]): Record<string, string> {
  const lines = tasks.slice(0, REMINDED_AT_MOST).map(({ kind, dueOn, reference }, nth) => {
    return [`task${nth}`, `${kind} ${dueOn ?? '-'} ${reference}`] as const;
  });
  return { count: String(tasks.length), ...Object.fromEntries(lines) };
}

function listOf(params: Record<string, string>, lang: 'ja' | 'en'): string {
  const words = textsIn(taskTexts, lang);
  const lines = Array.from({ length: REMINDED_AT_MOST }, (_, nth) => params[`task${nth}`]).flatMap((text) => {
    const [kind = '', dueOn = '-', reference = ''] = (text ?? '').split(' ');
    if (!(kind in words.kinds)) return [];
    const due = /^\d{4}-\d\d-\d\d$/.test(dueOn) ? words.dueDay(formatDay(dueOn, lang)) : words.noDay;
    return [`・${due}　${words.kinds[kind as TaskKind]}　${reference}`];
  });
  const rest = Number(params.count ?? 0) - lines.length;
  const more = lang === 'ja' ? `ほか${rest}件` : `and ${rest} more`;
  return [...lines, ...(rest > 0 ? [more] : [])].join('\n');
}

/** Mails about the tasks of a municipality. */
export const taskMails = defineMails({
  'tasks.reminder': {
    ja: (params) => ({
      subject: `登壇の準備が${params.count ?? '0'}件あります`,
      body: `登壇の準備で、まだ完了していないものがあります。\n\n${listOf(params, 'ja')}\n\n済んだものは、次のページで完了にしてください。`,
    }),
    en: (params) => ({
      subject: `${params.count ?? '0'} ${params.count === '1' ? 'task' : 'tasks'} before your sessions`,
      body: `Some of what your sessions need is still open.\n\n${listOf(params, 'en')}\n\nPlease mark on this page what is done.`,
    }),
  },
  'tasks.reopened': {
    ja: ({ reference = '' }) => ({
      subject: `${reference} 準備を確かめてください`,
      body: `申請 ${reference} の準備のうち、完了としたものが未了に戻りました。\n次のページで確かめてください。`,
    }),
    en: ({ reference = '' }) => ({
      subject: `${reference}: please look at a task again`,
      body: `A task of request ${reference} that was done is open again.\nPlease check it on this page.`,
    }),
  },
});
