import type { Rotated } from '#server/delegations/rotate-keys.ts';

/** What the change of keys says to the person at the terminal. */
export const rotationTexts = {
  progress: (done: number, all: number) => `${done} / ${all}`,
  stopped: ({ delegates }: Rotated) =>
    [
      `${delegates}名分を替えたところで止めました。もう一度実行すると、続きから進みます。読めなくなったものはありません。`,
      `Stopped after ${delegates} people. Run it again to go on from there; nothing is unreadable meanwhile.`,
    ].join('\n'),
  done: ({ delegates, keys }: Rotated, apps: number) =>
    [
      `鍵${keys}本を替え、${delegates}名分を新しい鍵で暗号化しました。古い鍵は廃棄しました。`,
      `Changed ${keys} keys and sealed the data of ${delegates} people anew. The old keys are destroyed.`,
      ...(apps > 0
        ? [
            `確認アプリ${apps}件も、新しい秘密で暗号化しました。 / ${apps} authenticator apps are sealed with the new secret too.`,
          ]
        : []),
      'バックアップを取り直し、古い .keys ファイルを消してください。 / Make a backup, and delete older .keys files.',
    ].join('\n'),
};
