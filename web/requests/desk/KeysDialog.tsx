import { queueTexts } from '#shared/requests/queue-texts.ts';
import { verdictTexts } from '#shared/requests/verdict-texts.ts';
import { shellTexts } from '#shared/shell-texts.ts';
import { useTexts } from '../../texts.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Kbd } from '../../ui/Kbd.tsx';

/** All keys of the queue. Everything they do can be done without them. */
export function KeysDialog({ onClose }: { onClose: () => void }) {
  const t = useTexts(queueTexts).keys;
  const verdict = useTexts(verdictTexts).verdict;
  const shell = useTexts(shellTexts);
  const keys: readonly (readonly [readonly string[], string])[] = [
    [['J', 'K'], t.move],
    [['X'], t.choose],
    [['Shift', 'X'], t.range],
    [['Enter'], t.open],
    [['Esc'], t.close],
    [['1'], verdict.approve],
    [['2'], verdict.ask],
    [['3'], verdict.waitlist],
    [['4'], verdict.decline],
    [['I'], t.assign],
    [['S'], t.states],
    [['M'], t.bulkMessage],
    [['C'], t.reply],
    [['N'], t.note],
    [['Ctrl', 'Enter'], t.send],
    [['/'], t.search],
    [['Shift', 'N'], t.onBehalf],
    [['G', 'T / P / S / M'], t.go],
    [['[', ']'], t.fullView],
    [['Ctrl', 'Z'], t.undo],
    [['?'], t.list],
  ];
  const close = <Button onClick={onClose}>{shell.close}</Button>;
  return (
    <Dialog open onClose={onClose} title={t.title} actions={close} wide>
      <p className="text-13 text-ink-3">{t.hint}</p>
      <dl className="mt-3 columns-1 gap-8 wide:columns-2">
        {keys.map(([names, words]) => (
          <div key={words} className="flex items-center gap-1 border-b border-line-soft py-1.5 text-13h">
            <dt className="flex flex-1 gap-1">
              {names.map((name) => (
                <Kbd key={name}>{name}</Kbd>
              ))}
            </dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
