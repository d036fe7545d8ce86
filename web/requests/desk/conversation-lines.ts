import type { HistoryView, MessageView, NoteView } from '#shared/requests/contract.ts';

export type ConversationLine =
  | { sort: 'message'; at: string; key: string; message: MessageView }
  | { sort: 'note'; at: string; key: string; note: NoteView }
  | { sort: 'event'; at: string; key: string; event: HistoryView };

/**
 * The conversation in one line of time: what was written, the notes, and the changes of state between them.
 * Of what happened before anybody wrote, only the last change is told; the history has the rest.
 */
export function conversationLines(
  messages: readonly MessageView[],
  notes: readonly NoteView[],
  history: readonly HistoryView[],
): ConversationLine[] {
  const lines: ConversationLine[] = [
    ...messages.map((message) => ({ sort: 'message' as const, at: message.at, key: message.id, message })),
    ...notes.map((note) => ({ sort: 'note' as const, at: note.at, key: note.id, note })),
    ...history
      .filter((event) => event.toState !== null && event.fromState !== event.toState)
      .map((event) => ({ sort: 'event' as const, at: event.at, key: event.id, event })),
  ];
  lines.sort((one, other) => Date.parse(one.at) - Date.parse(other.at));
  const first = lines.findIndex((line) => line.sort !== 'event');
  return lines.slice(Math.max(0, (first < 0 ? lines.length : first) - 1));
}
