import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { CallInput, CallView } from '#shared/calls/contract.ts';
import { callTexts } from '#shared/calls/texts.ts';
import { shellTexts } from '#shared/shell-texts.ts';
import { JAPAN } from '#shared/time.ts';
import { call, newIdempotencyKey } from '../api.ts';
import { inWords } from '../in-words.ts';
import { useLang, useTexts } from '../texts.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { Checkbox } from '../ui/Choices.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { ErrorSummary } from '../ui/ErrorSummary.tsx';
import { InstantInput } from '../ui/InstantInput.tsx';
import { Select } from '../ui/Select.tsx';
import { TextArea, TextInput } from '../ui/TextInput.tsx';
import { useToast } from '../ui/Toast.tsx';
import { useSending } from '../ui/use-sending.ts';
import { CallParts } from './CallParts.tsx';
import { refreshCalls } from './use-calls.ts';

const NONE = { ja: '', en: '' };

function begin(given: CallView | null, copy: boolean): CallInput {
  if (!given) {
    return {
      ...{ roomId: null, title: NONE, guidance: NONE, opensAt: '', closesAt: '', mostPerMember: 2 },
      ...{ needsSignOff: false, scoresHidden: true, questions: [] },
      criteria: [{ id: null, weight: 1, name: NONE, note: NONE }],
    };
  }
  const { room, title, guidance, mostPerMember, needsSignOff, scoresHidden, questions, criteria } = given;
  const times = copy ? { opensAt: '', closesAt: '' } : { opensAt: given.opensAt, closesAt: given.closesAt };
  return {
    roomId: room?.id ?? null,
    title,
    guidance,
    ...times,
    mostPerMember,
    needsSignOff,
    scoresHidden,
    questions,
    criteria,
  };
}

type CallDialogProps = { slug: string; given: CallView | null; copy: boolean; onClose: () => void };

/** A call: for which room and when, in which words, what it asks and by what it judges. Copied, only the period is new. */
export function CallDialog({ slug, given, copy, onClose }: CallDialogProps) {
  const lang = useLang();
  const t = useTexts(callTexts);
  const shell = useTexts(shellTexts);
  const toast = useToast();
  const { busy, send, sentence, at, id, mends } = useSending('call');
  const [input, setInput] = useState(() => begin(given, copy));
  const [key] = useState(newIdempotencyKey);
  const event = useQuery({
    queryKey: ['event', slug],
    queryFn: ({ signal }) => call('GET /api/events/:event', { params: { event: slug }, signal }),
  }).data;
  const change = (part: Partial<CallInput>) => setInput({ ...input, ...part });
  const save = async () => {
    const { opensAt, closesAt } = input;
    const done = await send(() => {
      if (given && copy) {
        const body = { event: slug, opensAt, closesAt };
        return call('POST /api/calls/:id/copy', { params: { id: given.id }, body, idempotencyKey: key });
      }
      return given
        ? call('PUT /api/calls/:id', { params: { id: given.id }, ifMatch: given.version, body: input })
        : call('POST /api/events/:event/calls', { params: { event: slug }, body: input, idempotencyKey: key });
    });
    await refreshCalls();
    if (!done) return;
    toast({ message: t.saved });
    onClose();
  };
  const zones = [
    { zone: event?.timeZone ?? JAPAN, name: event ? inWords(event.city, lang) : '' },
    { zone: JAPAN, name: shell.japanTime },
  ];
  const marks = (pointer: string) => ({ id: id(pointer), error: at(pointer) });
  const both = (field: 'title' | 'guidance', Field: typeof TextInput | typeof TextArea, ja: string, en: string) =>
    (
      [
        ['ja', ja],
        ['en', en],
      ] as const
    ).map(([one, label]) => (
      <Field
        key={one}
        {...marks(`/${field}/${one}`)}
        label={label}
        lang={one}
        required={field === 'title'}
        value={input[field][one]}
        onValue={(text: string) => change({ [field]: { ...input[field], [one]: text } })}
      />
    ));
  return (
    <Dialog open onClose={onClose} title={copy ? t.copyTitle : given ? t.edit : t.add}>
      <form
        className="mt-3 grid gap-4"
        noValidate
        onSubmit={(submitted) => {
          submitted.preventDefault();
          void save();
        }}
      >
        {sentence ? <Banner kind="error">{sentence}</Banner> : null}
        <ErrorSummary errors={mends} />
        {copy ? <p>{t.copyLead}</p> : null}
        {copy ? null : (
          <>
            <Select
              {...marks('/roomId')}
              label={t.fields.room}
              empty={t.wholeEvent}
              value={input.roomId ?? ''}
              onValue={(roomId) => change({ roomId: (roomId || null) as CallInput['roomId'] })}
              options={(event?.rooms ?? [])
                .filter((room) => room.purpose === 'session')
                .map((room) => ({ value: room.id, label: inWords(room.name, lang) }))}
            />
            {both('title', TextInput, t.fields.titleJa, t.fields.titleEn)}
            {both('guidance', TextArea, t.fields.guidanceJa, t.fields.guidanceEn)}
          </>
        )}
        {(['opensAt', 'closesAt'] as const).map((name) => (
          <InstantInput
            key={name}
            {...marks(`/${name}`)}
            label={t.fields[name]}
            zones={zones}
            required
            value={input[name]}
            onValue={(value) => change({ [name]: value })}
          />
        ))}
        {copy ? null : (
          <>
            <TextInput
              {...marks('/mostPerMember')}
              label={t.fields.most}
              hint={t.fields.mostHint}
              inputMode="numeric"
              value={input.mostPerMember === null ? '' : String(input.mostPerMember)}
              onValue={(text) => change({ mostPerMember: text === '' ? null : Number(text.replace(/\D/g, '')) })}
            />
            <Checkbox
              label={t.fields.needsSignOff}
              checked={input.needsSignOff}
              onChecked={(needsSignOff) => change({ needsSignOff })}
            />
            <Checkbox
              label={t.fields.scoresHidden}
              checked={input.scoresHidden}
              onChecked={(scoresHidden) => change({ scoresHidden })}
            />
            <CallParts input={input} change={change} marks={marks} />
          </>
        )}
        <div className="dialog-actions">
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button look="primary" type="submit" busy={busy} busyLabel={t.saving}>
            {t.save}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
