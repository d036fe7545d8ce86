import { type KeyboardEvent, useMemo, useState } from 'react';
import { PART_HOURS } from '#shared/requests/kinds/speaking.ts';
import type { DraftView, SessionView } from '#shared/schedule/contract.ts';
import {
  type Cell,
  clockOfMinute,
  firstFree,
  type GridLimits,
  inTheWay,
  stepCell,
  within,
} from '#shared/schedule/editor-grid.ts';
import { scheduleTexts } from '#shared/schedule/texts.ts';
import { inWords } from '../in-words.ts';
import { useLang, useTexts } from '../texts.ts';
import { hoursOf, layoutOf } from './day-layout.ts';

export type Target = { roomIndex: number; minute: number; day: string };
export type Carry = ReturnType<typeof useCarry>;

type CarryOptions = {
  draft: DraftView;
  day: string;
  onDay: (step: 1 | -1) => void;
  onDrop: (session: SessionView, target: Target) => Promise<boolean>;
  onMoveByForm: (session: SessionView) => void;
};

/** Picking a session up, moving it and putting it down, by mouse, finger or keys; every step is put into words. */
export function useCarry({ draft, day, onDay, onDrop, onMoveByForm }: CarryOptions) {
  const lang = useLang();
  const t = useTexts(scheduleTexts);
  const [session, setSession] = useState<SessionView | null>(null);
  const [cell, setCell] = useState<Cell | null>(null);
  const [said, setSaid] = useState('');
  const layout = useMemo(() => layoutOf(draft, day), [draft, day]);
  const limits: GridLimits = { rooms: draft.rooms.length, ...hoursOf(layout.busy) };

  const nameOf = (id: string) => {
    const other = draft.sessions.find((one) => one.id === id);
    return other ? inWords(other.title, lang) : t.meetingHold;
  };
  const roomName = (at: Cell) => {
    const room = draft.rooms[at.roomIndex];
    return room ? inWords(room.name, lang) : '';
  };
  const wordsAt = (at: Cell, carried: SessionView) => {
    const block = inTheWay(at, carried.minutes, layout.busy, carried.id);
    const time = clockOfMinute(at.minute);
    return block ? t.taken(roomName(at), time, nameOf(block.id)) : t.at(roomName(at), time);
  };

  const pick = (picked: SessionView) => {
    const placed = layout.placed.find((one) => one.session.id === picked.id);
    const start = placed
      ? { roomIndex: placed.roomIndex, minute: placed.from }
      : firstFree(picked.minutes, layout.busy, limits, picked.id);
    setSession(picked);
    setCell(start);
    setSaid(t.carrying(inWords(picked.title, lang)));
  };
  const cancel = () => {
    setSession(null);
    setCell(null);
    setSaid(t.cancelled);
  };
  const moveTo = (next: Cell) => {
    if (!session) return;
    setCell(next);
    setSaid(wordsAt(next, session));
  };
  const drop = async (at: Cell | null = cell) => {
    if (!session || !at) return;
    const target = within(at, session.minutes, limits);
    const block = inTheWay(target, session.minutes, layout.busy, session.id);
    if (block) {
      moveTo(target);
      return;
    }
    const carried = session;
    setSession(null);
    setCell(null);
    const done = await onDrop(carried, { ...target, day });
    if (done) setSaid(t.dropped(inWords(carried.title, lang), roomName(target), clockOfMinute(target.minute)));
  };
  const onKey = (event: KeyboardEvent, focused: SessionView) => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const { key } = event;
    const handled = () => event.preventDefault();
    if (key === 'm' || key === 'M') {
      handled();
      onMoveByForm(session ?? focused);
    } else if (key === ' ' && !session) {
      handled();
      pick(focused);
    } else if (session && (key === ' ' || key === 'Enter')) {
      handled();
      void drop();
    } else if (session && key === 'Escape') {
      handled();
      cancel();
    } else if (session && (key === 'PageDown' || key === 'PageUp')) {
      handled();
      onDay(key === 'PageDown' ? 1 : -1);
    } else if (session && cell) {
      const next = stepCell(cell, key, event.shiftKey, session.minutes, limits);
      if (next) {
        handled();
        moveTo(next);
      }
    }
  };
  const wished = (session?.wishes ?? [])
    .filter((wish) => wish.day === day)
    .map((wish) => {
      const [from, to] = PART_HOURS[wish.part];
      return { from: from * 60, to: to * 60 };
    });
  const blockedBy = session && cell ? inTheWay(cell, session.minutes, layout.busy, session.id) : null;
  return {
    session,
    cell,
    said,
    layout,
    limits,
    wished,
    blockedBy,
    pick,
    cancel,
    drop,
    onKey,
    hover: (at: Cell) => session && setCell(within(at, session.minutes, limits)),
  };
}
