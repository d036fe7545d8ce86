import { type Ref, useEffect, useRef, useState } from 'react';
import { REQUEST_KINDS } from '#shared/requests/kind-names.ts';
import { CLOSED_STATES, REQUEST_STATES } from '#shared/requests/lifecycle.ts';
import { queueTexts } from '#shared/requests/queue-texts.ts';
import { shownState } from '#shared/requests/shown-state.ts';
import { requestWords } from '#shared/requests/words.ts';
import { inWords } from '../../in-words.ts';
import { useLang, useTexts } from '../../texts.ts';
import { Checkbox } from '../../ui/Choices.tsx';
import { Search, X } from '../../ui/icons.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { FilterMenu } from './FilterMenu.tsx';
import { listIn, type QueueWords } from './queue-search.ts';
import { useMembers, useStaff } from './use-queue.ts';

type QueueFiltersProps = {
  words: QueueWords;
  onWords: (change: QueueWords) => void;
  searchBox: Ref<HTMLInputElement>;
};

const TYPING_MS = 300;

export function QueueFilters({ words, onWords, searchBox }: QueueFiltersProps) {
  const lang = useLang();
  const t = useTexts(queueTexts);
  const names = useTexts(requestWords);
  const members = useMembers();
  const staff = useStaff();
  const closed = words.closed === 'true';
  const states = REQUEST_STATES.filter(
    (state) => state !== 'draft' && (CLOSED_STATES as readonly string[]).includes(state) === closed,
  );
  const owners = [
    { value: '', label: t.filter.anyone },
    { value: 'me', label: t.filter.me },
    { value: 'none', label: t.filter.nobody },
    ...staff.map((one) => ({ value: one.id, label: one.name })),
  ];
  const many = (name: 'kind' | 'state' | 'member', choices: readonly { value: string; label: string }[]) => {
    const chosen = listIn(words, name);
    const title = t.filter[name];
    return (
      <FilterMenu label={chosen.length > 0 ? t.filter.chosen(title, chosen.length) : title} on={chosen.length > 0}>
        {choices.map(({ value, label }) => (
          <Checkbox
            key={value}
            label={label}
            checked={chosen.includes(value)}
            onChecked={(on) =>
              onWords({ [name]: (on ? [...chosen, value] : chosen.filter((one) => one !== value)).join(',') })
            }
          />
        ))}
      </FilterMenu>
    );
  };
  const owner = owners.find((one) => one.value === (words.owner ?? ''));
  return (
    <search className="queue-filters" aria-label={t.filter.label}>
      <SearchBox value={words.q ?? ''} onValue={(q) => onWords({ q })} box={searchBox} />
      <button
        type="button"
        className="queue-filter"
        aria-pressed="true"
        title={closed ? t.filter.switchTo.open : t.filter.switchTo.closed}
        onClick={() => onWords({ closed: closed ? '' : 'true', state: '' })}
      >
        {closed ? t.filter.closedOnly : t.filter.openOnly}
        <X aria-hidden="true" />
      </button>
      {many(
        'kind',
        REQUEST_KINDS.map((kind) => ({ value: kind, label: names.kind[kind] })),
      )}
      {many(
        'state',
        states.map((state) => ({ value: state, label: names.state[shownState({ state, turn: 'none' })] })),
      )}
      {many(
        'member',
        members.map((one) => ({ value: one.id, label: inWords(one.name, lang) })),
      )}
      <FilterMenu
        label={words.owner && owner ? `${t.filter.owner} ${owner.label}` : t.filter.owner}
        on={Boolean(words.owner)}
      >
        {owners.map(({ value, label }) => (
          <label key={value} className="check">
            <input
              type="radio"
              name="queue-owner"
              checked={(words.owner ?? '') === value}
              onChange={() => onWords({ owner: value })}
            />
            <span>{label}</span>
          </label>
        ))}
      </FilterMenu>
      <span className="flex-1" />
      <span className="queue-order wide-only text-12 text-ink-3">{closed ? t.filter.newest : t.filter.byRisk}</span>
    </search>
  );
}

type SearchBoxProps = { value: string; onValue: (value: string) => void; box: Ref<HTMLInputElement> };

/** Waits for a pause in typing, and for the end of a Japanese composition, before it searches. */
function SearchBox({ value, onValue, box }: SearchBoxProps) {
  const t = useTexts(queueTexts);
  const [typed, setTyped] = useState(value);
  const [composing, setComposing] = useState(false);
  const tell = useRef(onValue);
  tell.current = onValue;
  useEffect(() => setTyped(value), [value]);
  useEffect(() => {
    if (composing || typed === value) return;
    const timer = setTimeout(() => tell.current(typed), TYPING_MS);
    return () => clearTimeout(timer);
  }, [typed, value, composing]);
  return (
    <div className="queue-search">
      <Search size={15} aria-hidden="true" />
      <input
        ref={box}
        type="search"
        aria-label={t.filter.searchLabel}
        placeholder={t.filter.search}
        maxLength={60}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onCompositionStart={() => setComposing(true)}
        onCompositionEnd={() => setComposing(false)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') event.currentTarget.blur();
        }}
      />
      <Kbd>/</Kbd>
    </div>
  );
}
