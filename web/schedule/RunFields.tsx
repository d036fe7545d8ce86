import { useState } from 'react';
import type { RunItem } from '#shared/schedule/sheet-contract.ts';
import { sheetTexts } from '#shared/schedule/sheet-texts.ts';
import { useTexts } from '../texts.ts';
import { Button } from '../ui/Button.tsx';
import { ChevronDown, ChevronUp, X } from '../ui/icons.tsx';
import { TextInput } from '../ui/TextInput.tsx';

type RunFieldsProps = {
  items: readonly RunItem[];
  /** The session's own length. */
  minutes: number;
  onItems: (items: RunItem[]) => void;
  at: (pointer: string) => string | null;
  id: (pointer: string) => string;
};

const EMPTY: RunItem = { minutes: 5, who: '', what: { ja: '', en: '' } };

/** The run of show as lines in order; their minutes are added up beside the session's length. */
export function RunFields({ items, minutes, onItems, at, id }: RunFieldsProps) {
  const t = useTexts(sheetTexts);
  // Lines have no id of their own; moving one must not move the others' typing.
  const [keys, setKeys] = useState(() => items.map((_, nth) => nth));
  const change = (nth: number, part: Partial<RunItem>) =>
    onItems(items.map((one, index) => (index === nth ? { ...one, ...part } : one)));
  const swap = <Value,>(list: readonly Value[], nth: number) => {
    const next = [...list];
    next.splice(nth - 1, 2, ...next.slice(nth - 1, nth + 1).reverse());
    return next;
  };
  const move = (nth: number) => {
    if (nth < 1 || nth >= items.length) return;
    setKeys(swap(keys, nth));
    onItems(swap(items, nth));
  };
  const sum = items.reduce((total, one) => total + one.minutes, 0);
  return (
    <fieldset className="card papers-part">
      <legend className="field-label">{t.run}</legend>
      {items.map((item, nth) => (
        <section key={keys[nth]} className="run-line" aria-label={t.itemLabel(nth + 1)}>
          <TextInput
            label={t.minutes}
            id={id(`/items/${nth}/minutes`)}
            error={at(`/items/${nth}/minutes`)}
            value={String(item.minutes)}
            onValue={(text) => change(nth, { minutes: Number(text.replace(/\D/g, '')) || 0 })}
            inputMode="numeric"
          />
          <TextInput
            label={t.whatJa}
            id={id(`/items/${nth}/what/ja`)}
            error={at(`/items/${nth}/what/ja`)}
            value={item.what.ja}
            onValue={(ja) => change(nth, { what: { ...item.what, ja } })}
          />
          <TextInput
            label={t.whatEn}
            lang="en"
            id={id(`/items/${nth}/what/en`)}
            error={at(`/items/${nth}/what/en`)}
            value={item.what.en}
            onValue={(en) => change(nth, { what: { ...item.what, en } })}
          />
          <TextInput
            label={t.who}
            id={id(`/items/${nth}/who`)}
            error={at(`/items/${nth}/who`)}
            value={item.who}
            onValue={(who) => change(nth, { who })}
          />
          <div className="run-buttons">
            <Button size={36} look="quiet" iconOnly aria-label={t.up(nth + 1)} onClick={() => move(nth)}>
              <ChevronUp size={16} aria-hidden="true" />
            </Button>
            <Button size={36} look="quiet" iconOnly aria-label={t.down(nth + 1)} onClick={() => move(nth + 1)}>
              <ChevronDown size={16} aria-hidden="true" />
            </Button>
            <Button
              size={36}
              look="quiet"
              iconOnly
              aria-label={t.removeItem(nth + 1)}
              onClick={() => {
                setKeys(keys.filter((_, index) => index !== nth));
                onItems(items.filter((_, index) => index !== nth));
              }}
            >
              <X size={16} aria-hidden="true" />
            </Button>
          </div>
        </section>
      ))}
      <p className="run-sum" data-differs={(items.length > 0 && sum !== minutes) || undefined} role="status">
        {items.length > 0 ? t.total(sum, minutes) : t.runNone}
        {items.length > 0 && sum !== minutes ? `　${t.differs}` : ''}
      </p>
      <p>
        <Button
          size={30}
          onClick={() => {
            setKeys([...keys, Math.max(-1, ...keys) + 1]);
            onItems([...items, EMPTY]);
          }}
        >
          {t.addItem}
        </Button>
      </p>
    </fieldset>
  );
}
