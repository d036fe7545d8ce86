import { type ReactNode, useState } from 'react';
import type { RequestView } from '#shared/requests/contract.ts';
import { verdictTexts } from '#shared/requests/verdict-texts.ts';
import { shellTexts } from '#shared/shell-texts.ts';
import { inWords } from '../../in-words.ts';
import { useLang, useTexts } from '../../texts.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { DeedForm } from './DeedForm.tsx';
import { fieldsOf } from './deed-fields.ts';
import { StaleDeed } from './StaleDeed.tsx';
import { useDeed } from './use-deed.ts';
import type { Deed, DeedInput } from './verdicts.ts';

/** What was typed for a deed that was not done, by request; it is there again when the dialog is opened anew. */
const kept = new Map<string, DeedInput>();

function begin(request: RequestView): DeedInput {
  return {
    body: '',
    nextStep: '',
    dueAt: '',
    reason: '',
    ownerId: request.owner?.id ?? null,
    note: '',
    turn: request.turn === 'none' ? 'desk' : request.turn,
  };
}

type DeedDialogProps = { request: RequestView; deed: Deed; onClose: () => void };

/** Asks for what a deed needs, does it, and keeps the words when it does not work. */
export function DeedDialog({ request, deed, onClose }: DeedDialogProps) {
  const lang = useLang();
  const t = useTexts(verdictTexts);
  const shell = useTexts(shellTexts);
  const key = `${request.id} ${deed}`;
  const [input, setInput] = useState<DeedInput>(() => kept.get(key) ?? begin(request));
  const who = inWords(request.member.name, lang);
  const deeds = useDeed(request);
  const change = (part: Partial<DeedInput>) => {
    const next = { ...input, ...part };
    kept.set(key, next);
    setInput(next);
  };
  const close = () => {
    deeds.clear();
    onClose();
  };
  const submit = async (version?: number) => {
    if (!(await deeds.perform(deed, input, version))) return;
    kept.delete(key);
    onClose();
  };
  const words = wordsOfDeed(t.form, deed, who);
  if (deeds.stale) {
    return (
      <StaleDeed
        seen={request}
        current={deeds.stale}
        deed={deed}
        input={input}
        onAgain={() => void submit(deeds.stale?.version)}
        onTake={close}
      />
    );
  }
  return (
    <Dialog open onClose={close} title={words.title}>
      <form
        className="mt-2 grid gap-4"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        {words.body ? <p>{words.body}</p> : null}
        {deeds.sentence ? <Banner kind="error">{deeds.sentence}</Banner> : null}
        <DeedForm
          deed={deed}
          fields={fieldsOf(deed, false)}
          who={who}
          input={input}
          onInput={change}
          at={deeds.at}
          id={deeds.id}
        />
        <div className="dialog-actions">
          <Button onClick={close}>{shell.cancel}</Button>
          <Button
            look={deed === 'decline' ? 'danger' : 'primary'}
            type="submit"
            busy={deeds.busy}
            busyLabel={t.form.saving}
          >
            {words.submit}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

type FormWords = (typeof verdictTexts)['ja']['form'];
type DeedWords = { title: ReactNode & string; body: string; submit: string };

function wordsOfDeed(t: FormWords | (typeof verdictTexts)['en']['form'], deed: Deed, who: string): DeedWords {
  switch (deed) {
    case 'ask':
      return { title: t.askTitle(who), body: t.askBody, submit: t.askSubmit };
    case 'decline':
      return { title: t.declineTitle, body: t.declineBody(who), submit: t.declineSubmit };
    case 'waitlist':
      return { title: t.waitlistTitle, body: t.waitlistBody(who), submit: t.waitlistSubmit };
    case 'offer':
      return { title: t.offerTitle(who), body: t.offerBody, submit: t.offerSubmit };
    case 'assign':
      return { title: t.assignTitle, body: '', submit: t.assignSubmit };
    case 'next':
      return { title: t.nextTitle, body: '', submit: t.nextSubmit };
    case 'reopen':
      return { title: t.reopenTitle, body: t.reopenBody(who), submit: t.reopenSubmit };
    default:
      return { title: t.completeTitle, body: t.completeBody, submit: t.completeSubmit };
  }
}
