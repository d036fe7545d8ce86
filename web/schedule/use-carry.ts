import { type KeyboardEvent, useMemo, useState } from 'react';
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
import { editorTexts } from '#shared/schedule/editor-texts.ts';
import { scheduleTexts } from '#shared/schedule/texts.ts';
import { formatShortDay } from '#shared/time.ts';
import { inWords } from '../in-words.ts';
import { useLang, useTexts } from '../texts.ts';
import { elsewhereBands, wishAt, wishedBands } from './carry-bands.ts';
import { hoursOf, layoutOf } from './day-layout.ts';

export type Target = { roomIndex: number; minute: number; day: string; minutes: number };
export type Carry = ReturnType<typeof useCarry>;

type CarryOptions = {
  draft: DraftView;
  days: readonly string[];
  onDay: (step: 1 | -1) => void;
  onDrop: (session: SessionView, target: Target) => Promise<boolean>;
  onMoveByForm: (session: SessionView) => void;
  onUnplace: (session: SessionView) => void;
};

const SHORTEST = 15;
const LONGEST = 480;

/** Picking a session up, moving it, making it longer and putting it down, by mouse, finger or keys; every step is put into words. */
export function useCarry({ draft, days, onDay, onDrop, onMoveByForm, onUnplace }: CarryOptions) {
  const lang = useLang();
  const t = useTexts(scheduleTexts);
  const e = useTexts(editorTexts);
  const [session, setSession] = useState<SessionView | null>(null);
  const [minutes, setMinutes] = useState(0);
  const [cell, setCell] = useState<Cell | null>(null);
  const [said, setSaid] = useState('');
  const layout = useMemo(() => layoutOf(draft, days), [draft, days]);
  const hours = useMemo(() => hoursOf(layout.busy), [layout]);
  const limits: GridLimits = { rooms: layout.columns.length, ...hours };
  const wished = useMemo(() => (session ? wishedBands(session, days) : []), [session, days]);
  const elsewhere = useMemo(() => (session ? elsewhereBands(draft, session, days) : []), [draft, session, days]);

  const blockAt = (at: Cell, carried: SessionView, length: number) =>
    inTheWay(
      { ...at, minute: at.minute - carried.setupMinutes },
      length + carried.setupMinutes + carried.teardownMinutes,
      layout.busy,
      carried.id,
    );
  const nameOf = (id: string) => {
    const other = draft.sessions.find((one) => one.id === id);
    return other ? inWords(other.title, lang) : t.meetingHold;
  };
  const placeName = (at: Cell) => {
    const column = layout.columns[at.roomIndex];
    const room = draft.rooms.find((one) => one.id === column?.roomId);
    const name = room ? inWords(room.name, lang) : '';
    return days.length > 1 && column ? `${formatShortDay(column.day, lang)} ${name}` : name;
  };
  const fitAt = (at: Cell, carried: SessionView, length: number): { words: string; good: boolean } | null => {
    const day = layout.columns[at.roomIndex]?.day;
    if (!day || carried.wishes.length === 0) return null;
    const rank = wishAt(wished, day, at.minute, length);
    return { words: rank === null ? e.outsideWish : rank === 1 ? e.firstWish : e.wish(rank), good: rank !== null };
  };
  const busyAt = (at: Cell, length: number) => {
    const day = layout.columns[at.roomIndex]?.day;
    return elsewhere.find((one) => one.day === day && one.from < at.minute + length && at.minute < one.to);
  };
  const wordsAt = (at: Cell, carried: SessionView, length: number) => {
    const block = blockAt(at, carried, length);
    const time = clockOfMinute(at.minute);
    if (block) return t.taken(placeName(at), time, nameOf(block.id));
    const fit = fitAt(at, carried, length);
    const busy = busyAt(at, length);
    return [t.at(placeName(at), time), fit?.words, busy ? e.onElsewhere(inWords(busy.label, lang)) : null]
      .filter(Boolean)
      .join(e.and);
  };

  const pick = (picked: SessionView) => {
    const placed = layout.placed.find((one) => one.session.id === picked.id);
    const start = placed
      ? { roomIndex: placed.roomIndex, minute: placed.from }
      : firstFree(picked.minutes, layout.busy, limits, picked.id);
    setSession(picked);
    setMinutes(picked.minutes);
    setCell(start);
    setSaid(t.carrying(inWords(picked.title, lang)));
  };
  const letGo = () => {
    setSession(null);
    setCell(null);
  };
  const cancel = () => {
    letGo();
    setSaid(t.cancelled);
  };
  const moveTo = (next: Cell) => {
    if (!session) return;
    setCell(next);
    setSaid(wordsAt(next, session, minutes));
  };
  const resize = (length: number, aloud = true) => {
    if (!session || !cell) return;
    const most = Math.min(LONGEST, limits.closes - cell.minute);
    const next = Math.min(Math.max(length, SHORTEST), most);
    setMinutes(next);
    if (aloud) setSaid(e.longAt(next, wordsAt(cell, session, next)));
  };
  const drop = async (at: Cell | null = cell, length = minutes) => {
    if (!session || !at) return;
    const target = within(at, length, limits);
    if (blockAt(target, session, length)) {
      moveTo(target);
      return;
    }
    const carried = session;
    const column = layout.columns[target.roomIndex];
    letGo();
    if (!column) return;
    const roomIndex = draft.rooms.findIndex((room) => room.id === column.roomId);
    const done = await onDrop(carried, { roomIndex, minute: target.minute, day: column.day, minutes: length });
    if (done) setSaid(t.dropped(inWords(carried.title, lang), placeName(target), clockOfMinute(target.minute)));
  };
  const onKey = (event: KeyboardEvent, focused: SessionView) => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    const step = event.shiftKey ? 5 : 15;
    const act = session ? carriedKey(key, step) : focusedKey(key, focused);
    if (act) {
      event.preventDefault();
      act();
    } else if (session && cell) {
      const next = stepCell(cell, event.key, event.shiftKey, minutes, limits);
      if (next) {
        event.preventDefault();
        moveTo(next);
      }
    }
  };
  const focusedKey = (key: string, focused: SessionView): (() => void) | undefined =>
    ({
      m: () => onMoveByForm(focused),
      u: focused.slot ? () => onUnplace(focused) : undefined,
      ' ': () => pick(focused),
    })[key];
  const carriedKey = (key: string, step: number): (() => void) | undefined =>
    ({
      m: () => {
        if (session) onMoveByForm(session);
        letGo();
      },
      ' ': () => void drop(),
      Enter: () => void drop(),
      Escape: cancel,
      PageDown: () => onDay(1),
      PageUp: () => onDay(-1),
      '+': () => resize(minutes + step),
      ';': () => resize(minutes + step),
      '-': () => resize(minutes - step),
    })[key];
  return {
    ...{
      session,
      minutes,
      cell,
      said,
      layout,
      limits,
      wished,
      elsewhere,
      pick,
      cancel,
      drop,
      onKey,
      resize,
      say: setSaid,
    },
    blockedBy: session && cell ? blockAt(cell, session, minutes) : null,
    fit: session && cell ? fitAt(cell, session, minutes) : null,
    hover: (at: Cell) => {
      if (!session) return;
      const next = within(at, minutes, limits);
      if (next.minute !== cell?.minute || next.roomIndex !== cell.roomIndex) moveTo(next);
    },
  };
}
