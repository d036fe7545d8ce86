import { useQuery } from '@tanstack/react-query';
import type { OrganisationId } from '#shared/ids.ts';
import type { Bilingual } from '#shared/lang.ts';
import { sessionTexts } from '#shared/schedule/session-texts.ts';
import { scheduleTexts } from '#shared/schedule/texts.ts';
import { call } from '../api.ts';
import { inWords } from '../in-words.ts';
import { useLang, useTexts } from '../texts.ts';
import { Button } from '../ui/Button.tsx';
import { FieldGroup } from '../ui/Field.tsx';
import { ArrowLeft, ArrowRight, X } from '../ui/icons.tsx';

type Hosts = { hostIds: OrganisationId[]; cohostIds: OrganisationId[] };
type HostFieldsProps = {
  hostIds: readonly OrganisationId[];
  /** Of the hosts, those that only host along. */
  cohostIds: readonly OrganisationId[];
  known: readonly { id: OrganisationId; name: Bilingual }[];
  onHosts: (hosts: Hosts) => void;
};

/** The municipalities and bodies that host a session and those that host along, in order. */
export function HostFields({ hostIds, cohostIds, known, onHosts }: HostFieldsProps) {
  const lang = useLang();
  const t = useTexts(scheduleTexts);
  const words = useTexts(sessionTexts);
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
  const set = (part: Partial<Hosts>) => onHosts({ hostIds: [...hostIds], cohostIds: [...cohostIds], ...part });
  const swap = (nth: number) => {
    const next = [...hostIds];
    next.splice(nth - 1, 2, ...next.slice(nth - 1, nth + 1).reverse());
    set({ hostIds: next });
  };
  return (
    <FieldGroup id="session-hosts" label={t.hosts}>
      <ul className="grid gap-2">
        {hostIds.map((id, nth) => {
          const name = nameOf(id);
          const along = cohostIds.includes(id);
          const others = cohostIds.filter((one) => one !== id);
          return (
            <li key={id} className="host-line">
              <span>{name}</span>
              <Button
                size={30}
                aria-label={along ? words.asHost(name) : words.asCohost(name)}
                aria-pressed={along}
                onClick={() => set({ cohostIds: along ? others : [...others, id] })}
              >
                {along ? words.cohost : words.host}
              </Button>
              <Button
                size={30}
                look="quiet"
                iconOnly
                aria-label={words.earlier(name)}
                onClick={() => nth > 0 && swap(nth)}
              >
                <ArrowLeft size={14} aria-hidden="true" />
              </Button>
              <Button
                size={30}
                look="quiet"
                iconOnly
                aria-label={words.later(name)}
                onClick={() => nth + 1 < hostIds.length && swap(nth + 1)}
              >
                <ArrowRight size={14} aria-hidden="true" />
              </Button>
              <Button
                size={30}
                look="quiet"
                iconOnly
                aria-label={t.removeHost(name)}
                onClick={() => set({ hostIds: hostIds.filter((one) => one !== id), cohostIds: others })}
              >
                <X size={14} aria-hidden="true" />
              </Button>
            </li>
          );
        })}
      </ul>
      <select
        className="input mt-2"
        aria-label={t.addHost}
        value=""
        onChange={(event) => event.target.value && set({ hostIds: [...hostIds, event.target.value as OrganisationId] })}
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
