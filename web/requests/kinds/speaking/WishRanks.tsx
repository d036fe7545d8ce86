import type { WishedTime } from '#shared/requests/kinds/speaking.ts';
import { MOST_WISHES } from '#shared/requests/slot-grid.ts';
import { stepTexts } from '#shared/requests/step-texts.ts';
import { requestWords } from '#shared/requests/words.ts';
import { formatDay } from '#shared/time.ts';
import { useLang, useTexts } from '../../../texts.ts';

const RANKS = Array.from({ length: MOST_WISHES }, (_, index) => index + 1);

/** The three places for wishes, filled in the order of choosing. */
export function WishRanks({ wishes }: { wishes: readonly WishedTime[] }) {
  const lang = useLang();
  const t = useTexts(stepTexts).speaking.times;
  const words = useTexts(requestWords);
  return (
    <ol className="wish-ranks">
      {RANKS.map((rank) => {
        const wish = wishes[rank - 1];
        return (
          <li key={rank} data-on={wish ? true : undefined} data-next={rank === wishes.length + 1 || undefined}>
            <b>{t.wish(rank)}</b>
            {wish ? (
              <>
                {formatDay(wish.day, lang)} <span className="whitespace-nowrap">{words.dayPart[wish.part]}</span>
              </>
            ) : (
              <span className="text-ink-3">{rank === 1 ? t.next : t.optional}</span>
            )}
          </li>
        );
      })}
    </ol>
  );
}
