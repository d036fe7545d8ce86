import './panel.css';
import { useEffect, useRef, useState } from 'react';
import { may, whyNot } from '#shared/permission.ts';
import type { RequestView } from '#shared/requests/contract.ts';
import { deskTexts } from '#shared/requests/desk-texts.ts';
import { shellTexts } from '#shared/shell-texts.ts';
import { useActor } from '../../layouts/use-account.ts';
import { wordsOf } from '../../query.ts';
import { useTexts } from '../../texts.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { useHotkeys } from '../../ui/use-hotkeys.ts';
import { Arranged } from './Arranged.tsx';
import { Composer, type Recipient, recipientOf } from './Composer.tsx';
import { Content } from './Content.tsx';
import { Conversation } from './Conversation.tsx';
import { DeedDialog } from './DeedDialog.tsx';
import { HistoryList } from './HistoryList.tsx';
import { QuickDeed } from './QuickDeed.tsx';
import { RequestHead } from './RequestHead.tsx';
import { RequestTop, type Trail } from './RequestTop.tsx';
import { useConversation, useHistoryOf, usePresence, useRequest } from './use-request.ts';
import { VerdictBar } from './VerdictBar.tsx';
import { type Deed, MAIN_VERDICTS, whyNotNow } from './verdicts.ts';

type RequestPanelProps = { id: string; trail: Trail; full: boolean; onClose: () => void };

/** One request with everything one does to it; beside the queue, over it, or as a page of its own. */
export function RequestPanel({ id, trail, full, onClose }: RequestPanelProps) {
  const t = useTexts(deskTexts);
  const shell = useTexts(shellTexts);
  const { data: request, error, refetch } = useRequest(id);
  if (request) return <Open key={request.id} request={request} trail={trail} full={full} onClose={onClose} />;
  return (
    <div className="grid gap-3 p-4">
      {error ? (
        <Banner
          kind="error"
          action={
            <Button size={30} onClick={() => void refetch()}>
              {shell.retry}
            </Button>
          }
        >
          {wordsOf(error, shell) || t.panel.notFound}
        </Banner>
      ) : (
        <Skeleton rows={6} onRetry={() => void refetch()} />
      )}
      <div>
        <Button size={30} onClick={onClose}>
          {full ? t.panel.back : t.panel.close}
        </Button>
      </div>
    </div>
  );
}

type OpenProps = { request: RequestView; trail: Trail; full: boolean; onClose: () => void };

function Open({ request, trail, full, onClose }: OpenProps) {
  const t = useTexts(deskTexts);
  const actor = useActor();
  const mayNote = actor !== null && may(actor, 'request.note');
  const mayWrite = actor !== null && may(actor, 'request.message');
  const mayTriage = actor !== null && may(actor, 'request.triage');
  const others = usePresence(request);
  const history = useHistoryOf(request.id);
  const { messages, notes } = useConversation(request.id, mayNote);
  const [part, setPart] = useState('talk');
  const [to, setTo] = useState<Recipient>(() => recipientOf(request.id));
  const [wish, setWish] = useState<Recipient | null>(null);
  const [deed, setDeed] = useState<Deed | null>(null);
  const writing = useRef<HTMLTextAreaElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const said = messages.length + notes.length;
  useEffect(() => {
    // A conversation is read from its end.
    if (said > 0 && part === 'talk' && body.current && full === false) body.current.scrollTop = 0;
  }, [said, part, full]);
  const write = (recipient: Recipient) => {
    setPart('talk');
    setWish(recipient);
    writing.current?.focus();
  };
  const verdict = (at: number) => () => {
    const chosen = MAIN_VERDICTS[at];
    if (chosen && mayTriage && whyNotNow(request, chosen) === null) setDeed(chosen);
  };
  useHotkeys({
    '1': verdict(0),
    '2': verdict(1),
    '3': verdict(2),
    '4': verdict(3),
    ...(mayWrite ? { c: () => write('member') } : {}),
    ...(mayNote ? { n: () => write('note') } : {}),
    ...(full && mayTriage ? { i: () => setDeed('assign') } : {}),
    ...(trail.onPrevious ? { '[': trail.onPrevious } : {}),
    ...(trail.onNext ? { ']': trail.onNext } : {}),
    ...(full ? { Escape: onClose } : {}),
  });
  const quick = deed === 'approve' || deed === 'start';
  // One that takes its time must not close what was opened meanwhile.
  const finish = () => setDeed((now) => (now === deed ? null : now));
  return (
    <>
      <RequestTop request={request} trail={trail} full={full} onClose={onClose} />
      <div ref={body} className="request-body">
        <RequestHead request={request} others={others} />
        <Tabs
          label={t.tabs.label}
          chosen={part}
          onChoose={setPart}
          tabs={[
            {
              key: 'talk',
              label: t.tabs.talk,
              count: said,
              panel: <Conversation request={request} withNotes={mayNote} />,
            },
            { key: 'content', label: t.tabs.content, panel: <Content request={request} /> },
            {
              key: 'history',
              label: t.tabs.history,
              count: history.length,
              panel: (
                <div className="request-part">
                  <HistoryList entries={history} />
                </div>
              ),
            },
            {
              key: 'arranged',
              label: t.tabs.arranged,
              panel: (
                <div className="request-part">
                  <Arranged request={request} />
                </div>
              ),
            },
          ]}
        />
      </div>
      {mayWrite ? (
        <Composer
          request={request}
          to={to}
          onTo={setTo}
          wish={wish}
          onWished={() => setWish(null)}
          mayNote={mayNote}
          box={writing}
        />
      ) : null}
      {mayTriage ? (
        <VerdictBar request={request} busy={quick} onDeed={setDeed} />
      ) : (
        <p className="verdicts text-12 text-ink-3">{actor ? whyNot(actor, 'request.triage') : null}</p>
      )}
      {deed && quick ? <QuickDeed request={request} deed={deed} onClose={finish} /> : null}
      {deed && !quick ? <DeedDialog request={request} deed={deed} onClose={finish} /> : null}
    </>
  );
}
