import { queueTexts } from '#shared/requests/queue-texts.ts';
import { useTexts } from '../../texts.ts';
import { Kbd } from '../../ui/Kbd.tsx';

/** The keys one needs most, and the way to all of them. */
export function QueueFoot({ onAll }: { onAll: () => void }) {
  const t = useTexts(queueTexts).keys;
  return (
    <footer className="queue-foot">
      <span>
        <Kbd>J</Kbd>
        <Kbd>K</Kbd> {t.move}
      </span>
      <span>
        <Kbd>X</Kbd> {t.choose}
      </span>
      <span>
        <Kbd>Enter</Kbd> {t.open}
      </span>
      <span>
        <Kbd>1</Kbd>–<Kbd>4</Kbd> {t.judge}
      </span>
      <span>
        <Kbd>C</Kbd> {t.reply}
      </span>
      <span>
        <Kbd>N</Kbd> {t.note}
      </span>
      <button type="button" onClick={onAll}>
        <Kbd>?</Kbd> {t.all}
      </button>
    </footer>
  );
}
