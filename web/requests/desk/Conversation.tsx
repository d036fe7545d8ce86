import type { ReactNode } from 'react';
import { byline } from '#shared/accounts/byline.ts';
import type { RequestView } from '#shared/requests/contract.ts';
import { deskTexts } from '#shared/requests/desk-texts.ts';
import { historySentence } from '#shared/requests/history-sentence.ts';
import { formatShortDay, formatStamp, formatWeekday, JAPAN } from '#shared/time.ts';
import { inWords } from '../../in-words.ts';
import { useLang, useTexts } from '../../texts.ts';
import { Avatar } from '../../ui/Avatar.tsx';
import { Tag } from '../../ui/Chip.tsx';
import { Clock, Lock } from '../../ui/icons.tsx';
import { PlainText } from '../../ui/PlainText.tsx';
import { type ConversationLine, conversationLines } from './conversation-lines.ts';
import { useConversation, useHistoryOf } from './use-request.ts';

/** What was said with the municipality, the office's own notes unmistakably apart, and what happened in between. */
export function Conversation({ request, withNotes }: { request: RequestView; withNotes: boolean }) {
  const t = useTexts(deskTexts).talk;
  const { messages, notes } = useConversation(request.id, withNotes);
  const lines = conversationLines(messages, notes, useHistoryOf(request.id));
  if (lines.length === 0) return <p className="request-part text-13 text-ink-3">{t.empty}</p>;
  return (
    <div className="request-part exchange">
      {lines.map((line) => (
        <Line key={line.key} line={line} request={request} />
      ))}
    </div>
  );
}

function Line({ line, request }: { line: ConversationLine; request: RequestView }) {
  const lang = useLang();
  const t = useTexts(deskTexts).talk;
  const who = inWords(request.member.name, lang);
  if (line.sort === 'event') {
    return (
      <p className="exchange-event">
        <Clock aria-hidden="true" />
        {formatShortDay(line.at, lang, JAPAN)} ({formatWeekday(line.at, lang, JAPAN)}){' '}
        {historySentence(line.event, lang)}
      </p>
    );
  }
  if (line.sort === 'note') {
    const lock = (
      <span className="exchange-lock">
        <Lock aria-hidden="true" />
        {t.note(who)}
      </span>
    );
    return <Bubble from="note" author={line.note.author} at={line.at} mark={lock} text={line.note.body} />;
  }
  const { fromOffice, author, principal, kind, body } = line.message;
  const mark = (
    <>
      {kind === 'message' ? null : <Tag>{t.kind[kind]}</Tag>} <span>{fromOffice ? t.to(who) : who}</span>
    </>
  );
  return (
    <Bubble
      from={fromOffice ? 'office' : 'member'}
      author={byline(author, principal, lang)}
      at={line.at}
      mark={mark}
      text={body}
    />
  );
}

type BubbleProps = { from: 'office' | 'member' | 'note'; author: string; at: string; mark: ReactNode; text: string };

function Bubble({ from, author, at, mark, text }: BubbleProps) {
  const lang = useLang();
  return (
    <article className="exchange-item" data-from={from}>
      <Avatar name={author} />
      <div className="min-w-0">
        <div className="exchange-who">
          <b>{author}</b>
          {mark}
          <time dateTime={at}>{formatStamp(at, lang)}</time>
        </div>
        <div className="exchange-text">
          <PlainText text={text} />
        </div>
      </div>
    </article>
  );
}
