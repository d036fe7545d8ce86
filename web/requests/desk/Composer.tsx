import { type ReactNode, type Ref, useEffect, useRef, useState } from 'react';
import type { RequestView } from '#shared/requests/contract.ts';
import { deskTexts } from '#shared/requests/desk-texts.ts';
import { call, newIdempotencyKey } from '../../api.ts';
import { inWords } from '../../in-words.ts';
import { useLang, useTexts } from '../../texts.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { FileText, Lock, MessageSquare } from '../../ui/icons.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { useSending } from '../../ui/use-sending.ts';
import { useStable } from '../../ui/use-stable.ts';
import { SwitchDialog } from './SwitchDialog.tsx';
import { useRefresh } from './use-queue.ts';

export type Recipient = 'member' | 'note';
type Draft = { to: Recipient; text: string; key: string };

/** What is being written for each request, so that looking at another one loses nothing. */
const drafts = new Map<string, Draft>();
const TEMPLATES = ['received', 'abstract', 'people', 'approval', 'times'] as const;

type ComposerProps = {
  request: RequestView;
  to: Recipient;
  onTo: (to: Recipient) => void;
  /** A recipient wished for by a key; it is asked about like a press. */
  wish: Recipient | null;
  onWished: () => void;
  mayNote: boolean;
  box: Ref<HTMLTextAreaElement>;
};

/** Writes to the municipality, or a note that it never sees; which one is plain from the border and the words. */
export function Composer({ request, to, onTo, wish, onWished, mayNote, box }: ComposerProps) {
  const lang = useLang();
  const t = useTexts(deskTexts);
  const refresh = useRefresh();
  const [draft, setDraft] = useState<Draft>(() => drafts.get(request.id) ?? { to, text: '', key: newIdempotencyKey() });
  const [asking, setAsking] = useState<Recipient | null>(null);
  const { busy, send, error, sentence, at } = useSending('composer');
  const composing = useRef(false);
  const who = inWords(request.member.name, lang);
  const note = to === 'note';
  const write = (text: string) => {
    const next = { ...draft, to, text };
    drafts.set(request.id, next);
    setDraft(next);
  };
  const choose = (next: string) => {
    if (next === to) return;
    if (draft.text.trim()) setAsking(next as Recipient);
    else onTo(next as Recipient);
  };
  const wished = useStable((next: Recipient) => {
    choose(next);
    onWished();
  });
  useEffect(() => {
    if (wish) wished(wish);
  }, [wish, wished]);
  const submit = async () => {
    if (busy || !draft.text.trim()) return;
    const options = { params: { id: request.id }, body: { body: draft.text }, idempotencyKey: draft.key };
    const done = await send(() =>
      note ? call('POST /api/requests/:id/notes', options) : call('POST /api/requests/:id/messages', options),
    );
    if (!done) return;
    drafts.delete(request.id);
    setDraft({ to, text: '', key: newIdempotencyKey() });
    await refresh();
  };
  const label = (icon: ReactNode, text: string) => (
    <>
      {icon}
      {text}
    </>
  );
  return (
    <section className="composer no-print" data-note={note || undefined} aria-label={t.talk.recipient}>
      {error ? (
        <Banner kind="error">{at('/body') ?? (sentence ? `${t.talk.failed} ${sentence}` : t.talk.failed)}</Banner>
      ) : null}
      <div className="composer-top">
        <Segmented
          label={t.talk.recipient}
          value={to}
          onValue={choose}
          options={[
            { value: 'member', label: label(<MessageSquare aria-hidden="true" />, t.talk.sendTo(who)) },
            ...(mayNote ? [{ value: 'note', label: label(<Lock aria-hidden="true" />, t.talk.memo) }] : []),
          ]}
        />
        <span className="flex-1" />
        <Menu
          trigger={
            <>
              <FileText aria-hidden="true" />
              <span className="wide-only">{t.talk.templates}</span>
            </>
          }
          label={t.talk.templates}
          look="quiet"
          size={30}
          side="end"
          up
          entries={TEMPLATES.map((key) => ({
            label: t.template[key].name,
            onSelect: () => write(draft.text ? `${draft.text}\n${t.template[key].body}` : t.template[key].body),
          }))}
        />
        <Button size={30} busy={busy} busyLabel={t.talk.sending} onClick={() => void submit()}>
          {note ? t.talk.keepNote : t.talk.send} <Kbd>⌃↵</Kbd>
        </Button>
      </div>
      <textarea
        ref={box}
        rows={1}
        aria-label={note ? t.talk.noteLabel : t.talk.messageLabel(who)}
        placeholder={note ? t.talk.notePlaceholder(who) : t.talk.placeholder(who)}
        value={draft.text}
        onChange={(event) => write(event.target.value)}
        onCompositionStart={() => {
          composing.current = true;
        }}
        onCompositionEnd={() => {
          composing.current = false;
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !composing.current) {
            event.preventDefault();
            void submit();
          }
          if (event.key === 'Escape') {
            event.stopPropagation();
            event.currentTarget.blur();
          }
        }}
      />
      {asking ? (
        <SwitchDialog
          to={asking}
          who={who}
          onStay={() => setAsking(null)}
          onSwitch={(keep) => {
            if (!keep) write('');
            onTo(asking);
            setAsking(null);
          }}
        />
      ) : null}
    </section>
  );
}

/** Who the unfinished text of a request is for. */
export function recipientOf(id: string): Recipient {
  return drafts.get(id)?.to ?? 'member';
}

export function hasDraft(id: string): boolean {
  return Boolean(drafts.get(id)?.text.trim());
}
