import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { OrganisationInput, OrganisationView } from '#shared/organisations/contract.ts';
import { organisationTexts } from '#shared/organisations/texts.ts';
import { shellTexts } from '#shared/shell-texts.ts';
import { call, newIdempotencyKey } from '../api.ts';
import { inWords } from '../in-words.ts';
import { useLang, useTexts } from '../texts.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { ConflictDialog } from '../ui/ConflictDialog.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Select } from '../ui/Select.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import { useToast } from '../ui/Toast.tsx';
import { useSending } from '../ui/use-sending.ts';

const KINDS = ['city', 'network', 'ministry', 'un_body', 'company'] as const;

const begin = (one: OrganisationView | null): OrganisationInput => ({
  kind: (KINDS as readonly string[]).includes(one?.kind ?? '') ? (one?.kind as OrganisationInput['kind']) : 'city',
  name: one?.name ?? { ja: '', en: '' },
  country: one?.country ?? { ja: '', en: '' },
  timeZone: one?.timeZone ?? null,
});

type OrganisationDialogProps = {
  organisation: OrganisationView | null;
  /** What is known already of one to be added. */
  start?: Partial<OrganisationInput>;
  onAdded?: (organisation: OrganisationView) => void;
  onClose: () => void;
};

/** Adds a city or body we deal with, or changes one. */
export function OrganisationDialog({ organisation, start, onAdded, onClose }: OrganisationDialogProps) {
  const lang = useLang();
  const t = useTexts(organisationTexts);
  const shell = useTexts(shellTexts);
  const client = useQueryClient();
  const toast = useToast();
  const { busy, send, sentence, at, id, stale, clear } = useSending('organisation');
  const [input, setInput] = useState(() => ({ ...begin(organisation), ...start }));
  const [key] = useState(newIdempotencyKey);
  const save = async (version?: number) => {
    const body = input;
    const done = await send(async () => {
      const saved = await (organisation
        ? call('PUT /api/organisations/:id', {
            params: { id: organisation.id },
            ifMatch: version ?? organisation.version,
            body,
          })
        : call('POST /api/organisations', { body, idempotencyKey: key }));
      if (!organisation) onAdded?.(saved);
    });
    if (!done) return;
    await client.invalidateQueries({ queryKey: ['organisations'] });
    const name = inWords(input.name, lang);
    toast({ message: organisation ? t.saved(name) : t.added(name) });
    onClose();
  };
  const field = (group: 'name' | 'country', part: 'ja' | 'en', label: string, required = false) => (
    <TextInput
      label={label}
      id={id(`/${group}/${part}`)}
      error={at(`/${group}/${part}`)}
      required={required}
      lang={part}
      value={input[group][part]}
      onValue={(value) => setInput({ ...input, [group]: { ...input[group], [part]: value } })}
    />
  );
  const current = stale as OrganisationView | undefined;
  if (current) {
    const mine = (one: { ja: string; en: string }) => `${one.ja}\n${one.en}`;
    return (
      <ConflictDialog
        open
        differences={[
          { label: t.columns.body, mine: mine(input.name), theirs: mine(current.name) },
          { label: t.columns.country, mine: mine(input.country), theirs: mine(current.country) },
          { label: t.columns.kind, mine: t.kind[input.kind], theirs: t.kind[current.kind] },
          { label: t.columns.zone, mine: input.timeZone ?? '', theirs: current.timeZone ?? '' },
        ]}
        onKeepMine={() => void save(current.version)}
        onTakeTheirs={onClose}
        onClose={clear}
      />
    );
  }
  return (
    <Dialog open onClose={onClose} title={organisation ? t.editOf(inWords(organisation.name, lang)) : t.addTitle}>
      <form
        className="mt-3 grid gap-4"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        {sentence ? <Banner kind="error">{sentence}</Banner> : null}
        <Select
          label={t.columns.kind}
          id={id('/kind')}
          error={at('/kind')}
          value={input.kind}
          onValue={(kind) => setInput({ ...input, kind: kind as OrganisationInput['kind'] })}
          empty={null}
          options={KINDS.map((kind) => ({ value: kind, label: t.kind[kind] }))}
        />
        {field('name', 'en', t.nameEn, true)}
        {field('name', 'ja', t.nameJa)}
        {field('country', 'ja', t.countryJa)}
        {field('country', 'en', t.countryEn)}
        <TextInput
          label={t.zone}
          hint={t.zoneHint}
          id={id('/timeZone')}
          error={at('/timeZone')}
          value={input.timeZone ?? ''}
          onValue={(zone) => setInput({ ...input, timeZone: zone || null })}
        />
        <div className="dialog-actions">
          <Button onClick={onClose}>{shell.cancel}</Button>
          <Button look="primary" type="submit" busy={busy} busyLabel={t.saving}>
            {t.save}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
