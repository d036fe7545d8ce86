import { useEffect, useRef } from 'react';
import { queueTexts } from '#shared/requests/queue-texts.ts';
import { useTexts } from '../../texts.ts';
import { Button } from '../../ui/Button.tsx';

type QueueMoreProps = { more: (() => void) | null; loading: boolean; count: number };

/** The end of a list: shows the next rows when it comes into view, or when its button is pressed. */
export function QueueMore({ more, loading, count }: QueueMoreProps) {
  const t = useTexts(queueTexts);
  const box = useRef<HTMLDivElement>(null);
  const ask = useRef(more);
  ask.current = more;
  useEffect(() => {
    const place = box.current;
    if (!place || !more || loading) return;
    const watch = new IntersectionObserver((seen) => {
      if (seen.some((one) => one.isIntersecting)) ask.current?.();
    });
    watch.observe(place);
    return () => watch.disconnect();
  }, [more, loading]);
  if (!more) return <p className="p-3 text-center text-12 text-ink-3">{t.end(count)}</p>;
  return (
    <div ref={box} className="p-3 text-center">
      <Button size={30} busy={loading} busyLabel={t.moreRows} onClick={more}>
        {t.moreRows}
      </Button>
    </div>
  );
}
