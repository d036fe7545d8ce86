import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { bilateralTexts } from '#shared/bilaterals/texts.ts';
import type { OrganisationId } from '#shared/ids.ts';
import type { Bilingual } from '#shared/lang.ts';
import { call } from '../api.ts';
import { inWords } from '../in-words.ts';
import { useLang, useTexts } from '../texts.ts';
import { Button } from '../ui/Button.tsx';
import { FieldGroup } from '../ui/Field.tsx';
import { Plus } from '../ui/icons.tsx';

export type Counterpart = { id: OrganisationId; name: Bilingual };

type CounterpartFieldProps = {
  id: string;
  error: string | null;
  value: Counterpart | null;
  onValue: (counterpart: Counterpart | null) => void;
  /** What is looked for at first: the name in the request. */
  wanted: string;
  /** Opens the form for one that is not registered. */
  onAdd: () => void;
};

const MANY = 30;

/** Chooses the registered city or body that is met, or leads to registering one. */
export function CounterpartField({ id, error, value, onValue, wanted, onAdd }: CounterpartFieldProps) {
  const t = useTexts(bilateralTexts);
  const lang = useLang();
  const radios = useId();
  const [looked, setLooked] = useState(wanted);
  const [open, setOpen] = useState(value === null);
  const { data } = useQuery({
    queryKey: ['organisations', 'counterpart', looked],
    queryFn: ({ signal }) =>
      call('GET /api/organisations', { query: { ...(looked ? { q: looked.slice(0, 60) } : {}), limit: MANY }, signal }),
    enabled: open,
    placeholderData: (before) => before,
  });
  const found = data?.items.filter((one) => one.kind !== 'member' && one.kind !== 'office') ?? [];
  if (!open && value) {
    return (
      <FieldGroup label={t.counterpart} id={id} error={error}>
        <p className="counterpart-chosen">
          <b>{inWords(value.name, lang)}</b>
          <Button size={30} onClick={() => setOpen(true)}>
            {t.changeCounterpart}
          </Button>
        </p>
      </FieldGroup>
    );
  }
  return (
    <FieldGroup label={t.counterpart} id={id} error={error} required>
      <input
        type="search"
        className="input"
        aria-label={t.findCounterpart}
        placeholder={t.findHint}
        value={looked}
        maxLength={60}
        onChange={(event) => setLooked(event.target.value)}
      />
      <div className="counterpart-found" aria-live="polite">
        {found.map((one) => (
          <label key={one.id}>
            <input type="radio" name={radios} checked={one.id === value?.id} onChange={() => onValue(one)} />
            <span>
              {inWords(one.name, lang)} <small>{inWords(one.country, lang)}</small>
            </span>
          </label>
        ))}
        {data && found.length === 0 ? <p>{t.noneFound}</p> : null}
      </div>
      {value && !found.some((one) => one.id === value.id) ? <p>{t.chosen(inWords(value.name, lang))}</p> : null}
      <Button size={30} onClick={onAdd}>
        <Plus aria-hidden="true" />
        {t.addCounterpart}
      </Button>
    </FieldGroup>
  );
}
