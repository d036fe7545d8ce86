import { expect, test } from 'vitest';
import type { HistoryView, MessageView, NoteView } from '#shared/requests/contract.ts';
import { conversationLines } from '#web/requests/desk/conversation-lines.ts';

const message = { id: 'm', at: '2027-09-21T01:12:00Z' } as MessageView;
const note = { id: 'n', at: '2027-09-22T17:05:00+09:00' } as NoteView;
const event = (id: string, at: string, fromState: string | null, toState: string | null) =>
  ({ id, at, fromState, toState }) as HistoryView;

test('words, notes and changes of state stand in one line of time, whatever their offsets', () => {
  const history = [
    event('moved', '2027-09-22T07:00:00Z', 'submitted', 'in_triage'),
    event('edited', '2027-09-22T07:30:00Z', 'in_triage', 'in_triage'),
    event('assigned', '2027-09-22T07:40:00Z', null, null),
  ];
  expect(conversationLines([message], [note], history).map(({ sort, key }) => `${sort} ${key}`)).toEqual([
    'message m',
    'event moved',
    'note n',
  ]);
});

test('of everything before the first word only the last change is told', () => {
  const before = [
    event('sent', '2027-09-01T00:00:00Z', 'draft', 'submitted'),
    event('begun', '2027-09-02T00:00:00Z', 'submitted', 'in_triage'),
  ];
  expect(conversationLines([message], [], before).map(({ key }) => key)).toEqual(['begun', 'm']);
  expect(conversationLines([], [], before).map(({ key }) => key)).toEqual(['begun']);
  expect(conversationLines([], [], [])).toEqual([]);
});
