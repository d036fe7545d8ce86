import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { QueueCounts } from '#shared/requests/contract.ts';
import { queueTexts } from '#shared/requests/queue-texts.ts';
import { shellTexts } from '#shared/shell-texts.ts';
import { call, newIdempotencyKey } from '../../api.ts';
import { writeSearch } from '../../navigation.ts';
import { paths } from '../../paths.ts';
import { useTexts } from '../../texts.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Plus, X } from '../../ui/icons.tsx';
import { Link } from '../../ui/Link.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { useToast } from '../../ui/Toast.tsx';
import { useSending } from '../../ui/use-sending.ts';
import { BUILT_IN_VIEWS, type BuiltInView, type QueueWords, sameView, wordsFrom, wordsText } from './queue-search.ts';
import { useSavedViews } from './use-queue.ts';

const hrefOf = (words: QueueWords) => `${paths.desk()}${writeSearch(words)}`;

function countOf(view: BuiltInView, counts: QueueCounts | undefined): number | undefined {
  if (!counts) return undefined;
  return view === 'risk' ? counts.open : counts[view];
}

type QueueViewsProps = { words: QueueWords; counts: QueueCounts | undefined; chips: boolean };

/** The views everybody has and one's own, as tabs with their counts; on a phone as chips. */
export function QueueViews({ words, counts, chips }: QueueViewsProps) {
  const t = useTexts(queueTexts);
  const client = useQueryClient();
  const toast = useToast();
  const saved = useSavedViews();
  const [naming, setNaming] = useState(false);
  const look = chips ? 'chip' : 'queue-view';
  const current = (view: QueueWords) => (sameView(view, words) ? ('page' as const) : undefined);
  const builtIn = chips
    ? [...BUILT_IN_VIEWS].sort((a, b) => Number(b.name === 'risk') - Number(a.name === 'risk'))
    : BUILT_IN_VIEWS;
  const known = [...BUILT_IN_VIEWS.map((view) => view.words), ...saved.map((view) => wordsFrom(view.query))];
  const isNew = !known.some((view) => sameView(view, words)) || Boolean(words.q);
  const remove = async (id: (typeof saved)[number]['id'], name: string) => {
    await call('DELETE /api/saved-views/:id', { params: { id } });
    await client.invalidateQueries({ queryKey: ['saved-views'] });
    toast({ message: t.views.removed(name) });
  };
  return (
    <nav className={chips ? 'queue-chips' : 'queue-views'} aria-label={t.views.label}>
      {builtIn.map((view) => (
        <Link key={view.name} href={hrefOf(view.words)} className={look} aria-current={current(view.words)}>
          {t.views[view.name]}
          <small>{countOf(view.name, counts)}</small>
        </Link>
      ))}
      {saved.map((view) => (
        <span key={view.id} className="inline-flex items-center">
          <Link href={hrefOf(wordsFrom(view.query))} className={look} aria-current={current(wordsFrom(view.query))}>
            {view.name}
          </Link>
          {current(wordsFrom(view.query)) ? (
            <Button
              look="quiet"
              size={30}
              iconOnly
              aria-label={t.views.remove(view.name)}
              title={t.views.remove(view.name)}
              onClick={() => void remove(view.id, view.name)}
            >
              <X aria-hidden="true" />
            </Button>
          ) : null}
        </span>
      ))}
      {isNew ? (
        <Button
          look="quiet"
          size={30}
          iconOnly
          className="self-center"
          aria-label={t.views.save}
          title={t.views.save}
          onClick={() => setNaming(true)}
        >
          <Plus aria-hidden="true" />
        </Button>
      ) : null}
      {naming ? <SaveView words={words} onClose={() => setNaming(false)} /> : null}
    </nav>
  );
}

function SaveView({ words, onClose }: { words: QueueWords; onClose: () => void }) {
  const t = useTexts(queueTexts);
  const shell = useTexts(shellTexts);
  const client = useQueryClient();
  const toast = useToast();
  const [name, setName] = useState('');
  const [key] = useState(newIdempotencyKey);
  const { busy, send, sentence, at } = useSending('view');
  const save = async () => {
    const done = await send(() =>
      call('POST /api/saved-views', { body: { name, query: wordsText(words) }, idempotencyKey: key }),
    );
    if (!done) return;
    await client.invalidateQueries({ queryKey: ['saved-views'] });
    toast({ message: t.views.saved(name) });
    onClose();
  };
  return (
    <Dialog open onClose={onClose} title={t.views.saveTitle}>
      <form
        className="mt-3 grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        {sentence ? <Banner kind="error">{sentence}</Banner> : null}
        <TextInput
          label={t.views.name}
          value={name}
          onValue={setName}
          error={at('/name')}
          limit={30}
          required
          autoFocus
        />
        <div className="dialog-actions">
          <Button onClick={onClose}>{shell.cancel}</Button>
          <Button look="primary" type="submit" busy={busy}>
            {t.views.submit}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
