import { useState } from 'react';
import { HISTORY_SELECTIONS, type HistoryFilter } from '#shared/requests/contract.ts';
import { actionWords } from '#shared/requests/history-sentence.ts';
import { historyTexts } from '#shared/requests/history-texts.ts';
import { recordTexts } from '#shared/requests/record-texts.ts';
import { useSearchWords } from '../../navigation.ts';
import { useLang, useTexts } from '../../texts.ts';
import { Button } from '../../ui/Button.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { PHONE, useMedia } from '../../ui/use-media.ts';
import { FILTERS } from './history-filter.ts';

type Words = { [Name in (typeof FILTERS)[number]]?: string | undefined };

/** By whom, about what, which act, when; and the ready filters of an auditor. */
export function HistoryFilters({ filter, withPerson }: { filter: HistoryFilter; withPerson: boolean }) {
  const lang = useLang();
  const t = useTexts(recordTexts).filter;
  const subjects = useTexts(historyTexts).subjects;
  const [, change] = useSearchWords();
  const [words, setWords] = useState<Words>(filter);
  const set = (name: keyof Words) => (value: string) => setWords({ ...words, [name]: value });
  const empty = Object.fromEntries(FILTERS.map((name) => [name, undefined]));
  const phone = useMedia(PHONE);
  const isSet = Object.keys(filter).length > 0;
  const form = (
    <form
      className="history-filter"
      aria-label={t.label}
      onSubmit={(event) => {
        event.preventDefault();
        change({ ...empty, ...words });
      }}
    >
      {withPerson ? (
        <>
          <TextInput label={t.person} value={words.person ?? ''} onValue={set('person')} />
          <Select
            label={t.views}
            empty={t.all}
            value={words.only ?? ''}
            onValue={(only) => change({ ...empty, ...filter, only })}
            options={HISTORY_SELECTIONS.map((value) => ({ value, label: t[value] }))}
          />
        </>
      ) : null}
      <TextInput label={t.thing} value={words.thing ?? ''} onValue={set('thing')} />
      <Select
        label={t.subject}
        empty={t.any}
        value={words.subject ?? ''}
        onValue={set('subject')}
        options={Object.entries(subjects).map(([value, label]) => ({ value, label }))}
      />
      <Select
        label={t.action}
        empty={t.any}
        value={words.action ?? ''}
        onValue={set('action')}
        options={actionWords(lang)}
      />
      <TextInput label={t.since} type="date" value={words.since ?? ''} onValue={set('since')} />
      <TextInput label={t.until} type="date" value={words.until ?? ''} onValue={set('until')} />
      <p className="history-filter-do">
        <Button type="submit" look="primary" size={30}>
          {t.apply}
        </Button>
        {isSet ? (
          <Button size={30} onClick={() => change(empty)}>
            {t.clear}
          </Button>
        ) : null}
      </p>
    </form>
  );
  if (!phone) return <div className="card">{form}</div>;
  return (
    <details className="card history-filter-folded" open={isSet}>
      <summary>{t.label}</summary>
      {form}
    </details>
  );
}
