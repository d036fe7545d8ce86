import { type RefObject, useEffect, useRef } from 'react';
import type { SessionView } from '#shared/schedule/contract.ts';
import type { Cell } from '#shared/schedule/editor-grid.ts';
import type { Carry } from './use-carry.ts';

const DRAG_AFTER_PX = 6;
const EDGE_PX = 40;
const EDGE_STEP_PX = 10;
const LONG_PRESS_MS = 350;

type GridPointer = {
  /** What holds the grid and the list of unplaced sessions. */
  panes: RefObject<HTMLElement | null>;
  body: RefObject<HTMLElement | null>;
  carry: Carry;
  sessions: readonly SessionView[];
  scale: number;
};
type Press = { id: string; pointer: number; x: number; y: number; resizes: boolean; pulled: boolean };

/**
 * The mouse's and the finger's way: press and pull a session from the grid or the list (a finger holds it for a moment
 * first, since pulling at once scrolls), pull its lower edge for its length, or press a cell while one is carried.
 * The grid scrolls as long as the pointer is near its edge; the keyboard's way is on each session.
 */
export function useGridPointer({ panes, body, carry, sessions, scale }: GridPointer): void {
  const now = useRef({ carry, sessions });
  useEffect(() => {
    now.current = { carry, sessions };
  });
  useEffect(() => {
    const root = panes.current;
    const grid = body.current;
    if (!root || !grid) return;
    let pressed: Press | null = null;
    let holding: ReturnType<typeof setTimeout> | undefined;
    let at = { clientX: 0, clientY: 0 };
    let scrolling = 0;
    let swallowClick = false;

    const cellAt = (event: { clientX: number; clientY: number }): Cell => {
      const box = grid.getBoundingClientRect();
      const { opens, rooms } = now.current.carry.limits;
      return {
        roomIndex: Math.floor(((event.clientX - box.left) / box.width) * rooms),
        minute: opens + Math.round((event.clientY - box.top) / scale / 15) * 15,
      };
    };
    const inside = (event: { clientX: number; clientY: number }) => {
      const box = grid.closest('.grid-scroll')?.getBoundingClientRect();
      return (
        box &&
        event.clientX >= box.left &&
        event.clientX <= box.right &&
        event.clientY >= box.top &&
        event.clientY <= box.bottom
      );
    };
    const follow = () => {
      const { cell, resize, hover } = now.current.carry;
      if (pressed?.resizes && cell) resize(cellAt(at).minute - cell.minute);
      else if (inside(at)) hover(cellAt(at));
    };
    const scrollAtEdge = () => {
      scrolling = 0;
      const pane = grid.closest('.grid-scroll');
      const box = pane?.getBoundingClientRect();
      if (!pane || !box || !pressed?.pulled || !inside(at)) return;
      const y = at.clientY > box.bottom - EDGE_PX ? 1 : at.clientY < box.top + EDGE_PX * 2 ? -1 : 0;
      const x = at.clientX > box.right - EDGE_PX ? 1 : at.clientX < box.left + EDGE_PX ? -1 : 0;
      if (x !== 0 || y !== 0) {
        pane.scrollBy(x * EDGE_STEP_PX, y * EDGE_STEP_PX);
        follow();
      }
      scrolling = requestAnimationFrame(scrollAtEdge);
    };
    const pull = () => {
      const session = now.current.sessions.find((one) => one.id === pressed?.id);
      if (!pressed || !session) return;
      pressed.pulled = true;
      root.setPointerCapture(pressed.pointer);
      now.current.carry.pick(session);
      if (scrolling === 0) scrolling = requestAnimationFrame(scrollAtEdge);
    };
    const down = (event: PointerEvent) => {
      const target = event.target as Element;
      const block = target.closest<HTMLElement>('[data-session]');
      if (!block || event.button !== 0 || now.current.carry.session) return;
      at = event;
      pressed = {
        ...{ id: block.dataset.session ?? '', pointer: event.pointerId, x: event.clientX, y: event.clientY },
        ...{ resizes: target.classList.contains('grid-resize'), pulled: false },
      };
      if (event.pointerType === 'touch') holding = setTimeout(pull, LONG_PRESS_MS);
    };
    const move = (event: PointerEvent) => {
      at = event;
      const far = pressed && Math.hypot(event.clientX - pressed.x, event.clientY - pressed.y) > DRAG_AFTER_PX;
      if (pressed && far && !pressed.pulled) {
        if (event.pointerType === 'touch') stop();
        else pull();
      }
      if (now.current.carry.session) follow();
    };
    const up = (event: PointerEvent) => {
      if (pressed?.pulled) {
        swallowClick = true;
        // A click follows at once or never: a later one is another press.
        setTimeout(() => {
          swallowClick = false;
        }, 0);
        const { carry: carried } = now.current;
        if (pressed.resizes) void carried.drop();
        else if (inside(event)) void carried.drop(cellAt(event));
        else carried.cancel();
      }
      stop();
    };
    const stop = () => {
      clearTimeout(holding);
      pressed = null;
    };
    const away = () => {
      if (pressed?.pulled) now.current.carry.cancel();
      stop();
    };
    const click = (event: MouseEvent) => {
      if (swallowClick) {
        swallowClick = false;
        event.preventDefault();
        event.stopPropagation();
      } else if (now.current.carry.session && grid.contains(event.target as Node) && event.detail > 0) {
        event.stopPropagation();
        void now.current.carry.drop(cellAt(event));
      }
    };
    const touchMove = (event: TouchEvent) => {
      if (pressed?.pulled) event.preventDefault();
    };
    const giveUp = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && pressed?.pulled) away();
    };
    root.addEventListener('pointerdown', down);
    root.addEventListener('pointermove', move);
    root.addEventListener('pointerup', up);
    root.addEventListener('pointercancel', away);
    root.addEventListener('touchmove', touchMove, { passive: false });
    addEventListener('keydown', giveUp);
    // Before React sees it: a press that drops must not also open the session below.
    root.addEventListener('click', click, true);
    return () => {
      stop();
      cancelAnimationFrame(scrolling);
      root.removeEventListener('pointerdown', down);
      root.removeEventListener('pointermove', move);
      root.removeEventListener('pointerup', up);
      root.removeEventListener('pointercancel', away);
      root.removeEventListener('touchmove', touchMove);
      removeEventListener('keydown', giveUp);
      root.removeEventListener('click', click, true);
    };
  }, [panes, body, scale]);
}
