/** What the program says on the terminal, in both languages at once: nobody has chosen one yet. */
export const startTexts = {
  ready: (address: string) => `COPデスクを開きました / COP Desk is open:  ${address}`,
  embedded: (folder: string) => `データベース / Database:  組み込み / embedded, ${folder}`,
  server: (host: string) => `データベース / Database:  PostgreSQL, ${host}`,
  demonstration: (password: string) =>
    `サインイン / Sign in:  staff@desk.example または/or toyama@member.example,  ${password}`,
  firstPerson: 'サインイン / Sign in:  npm run admin -- invite MAIL --role staff_admin',
  withoutDatabase:
    'データベースに接続できません。公開ページだけを、保存した内容で見せています。接続できると、すべて使えるようになります。 / ' +
    'The database cannot be reached. Only the public pages are shown, from what was kept; everything opens once it answers.',
  stopHint: '終了 / Stop:  Ctrl-C',
  stopping: '終了しています / Stopping …',
  portInUse: (port: number) =>
    `ポート${port}は使われています。PORT=3001 npm start のように別の番号で起動してください。 / ` +
    `Port ${port} is in use: start with another one, such as PORT=3001 npm start.`,
  portForbidden: (port: number) => `ポート${port}を使う権限がありません。 / This user may not listen on port ${port}.`,
} as const;
