import { queueTexts } from '#shared/requests/queue-texts.ts';
import { requestWords } from '#shared/requests/words.ts';
import { paths } from '../../paths.ts';
import { useTexts } from '../../texts.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ButtonLink } from '../../ui/Link.tsx';
import { listIn, type QueueWords } from './queue-search.ts';

/** Nothing in the list: because of the filters, because all is done, or because there is no event yet. */
export function QueueEmpty({ words, noEvent }: { words: QueueWords; noEvent: boolean }) {
  const t = useTexts(queueTexts);
  const names = useTexts(requestWords);
  if (noEvent) {
    return (
      <div className="p-5">
        <EmptyState title={t.empty.noEvent}>{t.empty.noEventBody}</EmptyState>
      </div>
    );
  }
  const said = [
    words.q ? `${t.filter.search} “${words.q}”` : '',
    ...listIn(words, 'kind').map((kind) => names.kind[kind as keyof typeof names.kind] ?? ''),
    words.state ? t.filter.state : '',
    words.member ? t.filter.member : '',
    words.owner === 'me' ? t.views.mine : words.owner ? t.filter.owner : '',
    words.turn === 'counterpart' ? t.views.counterpart : '',
    words.head ? t.views.head : '',
    words.closed ? t.filter.closedOnly : '',
  ].filter(Boolean);
  return (
    <div className="p-5">
      {said.length === 0 ? (
        <EmptyState title={t.empty.doneTitle} done>
          {t.empty.doneBody}
        </EmptyState>
      ) : (
        <EmptyState title={t.empty.title} action={<ButtonLink href={paths.desk()}>{t.filter.clear}</ButtonLink>}>
          {t.empty.body(said.join(' · '))}
        </EmptyState>
      )}
    </div>
  );
}
