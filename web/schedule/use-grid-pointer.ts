import { type RefObject, useEffect, useRef } from 'react';
import type { SessionView } from '#shared/schedule/contract.ts';
import type { Cell } from '#shared/schedule/editor-grid.ts';
import type { Carry } from './use-carry.ts';

const DRAG_AFTER_PX = 6;
const EDGE_PX = 40;

type GridPointer = {
  body: RefObject<HTMLDivElement | null>;
  carry: Carry;
  sessions: readonly SessionView[];
  rooms: number;
  scale: number;
};

/**
 * The mouse's and the finger's way: press and pull a session, or press a cell while one is carried.
 * The grid scrolls when the pointer nears its edge; the keyboard's way is on each session.
 */
export function useGridPointer({ body, carry, sessions, rooms, scale }: GridPointer): void {
  const now = useRef({ carry, sessions });
  now.current = { carry, sessions };
  useEffect(() => {
    const grid = body.current;
    if (!grid) return;
    let pressed: { id: string; x: number; y: number; pulled: boolean } | null = null;
    let swallowClick = false;

    const cellAt = (event: { clientX: number; clientY: number }): Cell => {
      const box = grid.getBoundingClientRect();
      const { opens } = now.current.carry.limits;
      return {
        roomIndex: Math.floor(((event.clientX - box.left) / box.width) * rooms),
        minute: opens + Math.round((event.clientY - box.top) / scale / 15) * 15,
      };
    };
    const scrollAtEdge = (event: PointerEvent) => {
      const pane = grid.closest('.grid-scroll');
      const box = pane?.getBoundingClientRect();
      if (!pane || !box) return;
      if (event.clientY > box.bottom - EDGE_PX) pane.scrollTop += 12;
      if (event.clientY < box.top + EDGE_PX * 2) pane.scrollTop -= 12;
    };
    const down = (event: PointerEvent) => {
      const block = (event.target as Element).closest<HTMLElement>('[data-session]');
      if (block && event.button === 0 && !now.current.carry.session) {
        pressed = { id: block.dataset.session ?? '', x: event.clientX, y: event.clientY, pulled: false };
      }
    };
    const move = (event: PointerEvent) => {
      if (
        pressed &&
        !pressed.pulled &&
        Math.hypot(event.clientX - pressed.x, event.clientY - pressed.y) > DRAG_AFTER_PX
      ) {
        const session = now.current.sessions.find((one) => one.id === pressed?.id);
        if (session) {
          pressed.pulled = true;
          grid.setPointerCapture(event.pointerId);
          now.current.carry.pick(session);
        }
      }
      if (!now.current.carry.session) return;
      now.current.carry.hover(cellAt(event));
      if (pressed?.pulled) scrollAtEdge(event);
    };
    const up = (event: PointerEvent) => {
      if (pressed?.pulled) {
        swallowClick = true;
        void now.current.carry.drop(cellAt(event));
      }
      pressed = null;
    };
    const click = (event: MouseEvent) => {
      if (swallowClick) {
        swallowClick = false;
        event.preventDefault();
        event.stopPropagation();
      } else if (now.current.carry.session) {
        event.stopPropagation();
        void now.current.carry.drop(cellAt(event));
      }
    };
    grid.addEventListener('pointerdown', down);
    grid.addEventListener('pointermove', move);
    grid.addEventListener('pointerup', up);
    // Before React sees it: a press that drops must not also open the session below.
    grid.addEventListener('click', click, true);
    return () => {
      grid.removeEventListener('pointerdown', down);
      grid.removeEventListener('pointermove', move);
      grid.removeEventListener('pointerup', up);
      grid.removeEventListener('click', click, true);
    };
  }, [body, rooms, scale]);
}
