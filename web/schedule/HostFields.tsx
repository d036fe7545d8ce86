import { useQuery } from '@tanstack/react-query';
import type { OrganisationId } from '#shared/ids.ts';
import type { Bilingual } from '#shared/lang.ts';
import { scheduleTexts } from '#shared/schedule/texts.ts';
import { call } from '../api.ts';
import { inWords } from '../in-words.ts';
import { useLang, useTexts } from '../texts.ts';
import { FieldGroup } from '../ui/Field.tsx';
import { X } from '../ui/icons.tsx';

type HostFieldsProps = {
  hostIds: readonly OrganisationId[];
  known: readonly { id: OrganisationId; name: Bilingual }[];
  onHosts: (hostIds: OrganisationId[]) => void;
};

/** The municipalities and bodies that host a session, in order. */
export function HostFields({ hostIds, known, onHosts }: HostFieldsProps) {
  const lang = useLang();
  const t = useTexts(scheduleTexts);
  const { data } = useQuery({
    queryKey: ['organisations', 'all'],
    queryFn: ({ signal }) => call('GET /api/organisations', { query: { limit: 200 }, signal }),
    staleTime: 300_000,
  });
  const all = [...known, ...(data?.items ?? []).map(({ id, name }) => ({ id, name }))];
  const nameOf = (id: OrganisationId) => {
    const found = all.find((one) => one.id === id);
    return found ? inWords(found.name, lang) : '';
  };
  const open = (data?.items ?? []).filter((one) => !hostIds.includes(one.id));
  return (
    <FieldGroup id="session-hosts" label={t.hosts}>
      <ul className="flex flex-wrap gap-2">
        {hostIds.map((id) => (
          <li key={id} className="chip-line">
            {nameOf(id)}
            <button
              type="button"
              aria-label={t.removeHost(nameOf(id))}
              onClick={() => onHosts(hostIds.filter((one) => one !== id))}
            >
              <X size={14} aria-hidden="true" />
            </button>
          </li>
        ))}
      </ul>
      <select
        className="input mt-2"
        aria-label={t.addHost}
        value=""
        onChange={(event) => event.target.value && onHosts([...hostIds, event.target.value as OrganisationId])}
      >
        <option value="">{t.addHost}</option>
        {open.map((one) => (
          <option key={one.id} value={one.id}>
            {inWords(one.name, lang)}
          </option>
        ))}
      </select>
    </FieldGroup>
  );
}
