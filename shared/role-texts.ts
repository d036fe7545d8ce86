import type { Role } from './actor.ts';
import type { Lang } from './lang.ts';

/** What each role is called on screens, in mails and in refusals. */
export const roleNames: Record<Lang, Record<Role, string>> = {
  ja: {
    anonymous: '一般',
    member_viewer: '自治体 閲覧者',
    member_editor: '自治体 担当者',
    member_manager: '自治体 管理者',
    staff_triager: '事務局 受付担当',
    staff_coordinator: '事務局 調整担当',
    registrar: '事務局 登録担当',
    staff_admin: '事務局 管理者',
    auditor: '監査担当',
    worker: 'システム',
  },
  en: {
    anonymous: 'Public',
    member_viewer: 'Municipality viewer',
    member_editor: 'Municipality officer',
    member_manager: 'Municipality manager',
    staff_triager: 'Office triage',
    staff_coordinator: 'Office coordinator',
    registrar: 'Office registrar',
    staff_admin: 'Office administrator',
    auditor: 'Auditor',
    worker: 'System',
  },
};
