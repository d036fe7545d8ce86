import { useRef, useState } from 'react';
import { bilateralTexts } from '#shared/bilaterals/texts.ts';
import type { RequestView } from '#shared/requests/contract.ts';
import type { BilateralDetails } from '#shared/requests/kinds/bilateral.ts';
import { shellTexts } from '#shared/shell-texts.ts';
import { call, newIdempotencyKey, Refused } from '../api.ts';
import { inWords } from '../in-words.ts';
import { OrganisationDialog } from '../organisations/OrganisationDialog.tsx';
import { useLang, useTexts } from '../texts.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import { useToast } from '../ui/Toast.tsx';
import { useSending } from '../ui/use-sending.ts';
import { type Counterpart, CounterpartField } from './CounterpartField.tsx';
import { useRefreshBilaterals } from './use-planner.ts';

type ApproachDialogProps = { request: RequestView; details: BilateralDetails; onClose: () => void };

/** Begins to approach the counterpart: which one it is, and whom we talk to there. */
export function ApproachDialog({ request, details, onClose }: ApproachDialogProps) {
  const t = useTexts(bilateralTexts);
  const shell = useTexts(shellTexts);
  const lang = useLang();
  const toast = useToast();
  const refresh = useRefreshBilaterals();
  const { busy, send, sentence, at, id, error } = useSending('approach');
  const [counterpart, setCounterpart] = useState<Counterpart | null>(null);
  const [person, setPerson] = useState(details.personWanted);
  const [missing, setMissing] = useState(false);
  const [adding, setAdding] = useState(false);
  const [round, setRound] = useState(0);
  const key = useRef(newIdempotencyKey());
  const submit = async () => {
    setMissing(counterpart === null);
    if (!counterpart) return document.getElementById(id('/counterpartId'))?.focus();
    await send(async () => {
      await call('POST /api/requests/:id/meeting', {
        params: { id: request.id },
        body: { counterpartId: counterpart.id, counterpartPerson: person },
        idempotencyKey: key.current,
      });
      await refresh();
      toast({ message: t.started(inWords(counterpart.name, lang)) });
      onClose();
    });
    key.current = newIdempotencyKey();
  };
  return (
    <>
      <Dialog open onClose={onClose} title={t.approachTitle(request.reference ?? '')}>
        <form
          className="mt-2 grid gap-4"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void submit();
          }}
        >
          <p>{t.approachBody}</p>
          {sentence ? (
            <Banner
              kind="error"
              action={
                error instanceof Refused ? (
                  <Button size={30} onClick={() => void refresh()}>
                    {shell.retry}
                  </Button>
                ) : null
              }
            >
              {sentence}
            </Banner>
          ) : null}
          <CounterpartField
            key={round}
            id={id('/counterpartId')}
            error={at('/counterpartId') ?? (missing && !counterpart ? t.counterpartMissing : null)}
            value={counterpart}
            onValue={setCounterpart}
            wanted={details.counterpartName}
            onAdd={() => setAdding(true)}
          />
          <TextInput
            label={t.counterpartPerson}
            hint={t.counterpartPersonHint}
            id={id('/counterpartPerson')}
            error={at('/counterpartPerson')}
            value={person}
            onValue={setPerson}
            limit={120}
          />
          <div className="dialog-actions">
            <Button onClick={onClose}>{shell.cancel}</Button>
            <Button look="primary" type="submit" busy={busy} busyLabel={t.starting}>
              {t.start}
            </Button>
          </div>
        </form>
      </Dialog>
      {adding ? (
        <OrganisationDialog
          organisation={null}
          start={{
            name: { ja: details.counterpartName, en: details.counterpartNameEn },
            country: { ja: details.counterpartCountry, en: '' },
          }}
          onAdded={(added) => {
            setCounterpart(added);
            setRound(round + 1);
          }}
          onClose={() => setAdding(false)}
        />
      ) : null}
    </>
  );
}
