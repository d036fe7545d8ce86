import { useEffect, useRef } from 'react';

/** What to do for a key: `j`, `Shift+x`, `Ctrl+Enter`, `Ctrl+z`, or two keys one after another: `g t`. */
export type Hotkeys = Readonly<Record<string, (event: KeyboardEvent) => void>>;

const SEQUENCE_MS = 1_200;

let singleKeys = true;

/** Switches single keys on or off for this person; people who speak to their computer switch them off. */
export function setSingleKeys(on: boolean): void {
  singleKeys = on;
}

/** The name of a pressed key as `Hotkeys` spells it. */
export function nameOf(event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey'>): string {
  const command = event.ctrlKey || event.metaKey;
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  // A sign that needs Shift to be typed, such as `?`, is named by itself.
  const shift = event.shiftKey && (event.key.length > 1 || /[a-z]/i.test(event.key));
  return `${command ? 'Ctrl+' : ''}${shift ? 'Shift+' : ''}${key}`;
}

function typingIn(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement)
    return true;
  return target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'submit'].includes(target.type);
}

/**
 * Acts on keys anywhere on the page. Single keys rest while somebody types, composes Japanese or answers a dialog,
 * and when they are switched off; combinations with Ctrl always act.
 */
export function useHotkeys(keys: Hotkeys, active = true): void {
  const now = useRef(keys);
  now.current = keys;
  useEffect(() => {
    if (!active) return;
    let first = '';
    let firstAt = 0;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.isComposing || event.defaultPrevented || event.altKey) return;
      const name = nameOf(event);
      const single = !name.startsWith('Ctrl+') && event.key.length === 1;
      if (typingIn(event.target) && !name.startsWith('Ctrl+') && name !== 'Escape') return;
      if (single && !singleKeys) return;
      if (document.querySelector('dialog[open]')) return;
      const pair = event.timeStamp - firstAt < SEQUENCE_MS ? now.current[`${first} ${name}`] : undefined;
      const act = pair ?? now.current[name];
      first = name;
      firstAt = event.timeStamp;
      if (!act) return;
      // Enter and Space on a button belong to the button.
      const onButton = event.target instanceof HTMLElement && event.target.closest('button, a, summary');
      if (onButton && (name === 'Enter' || name === ' ')) return;
      event.preventDefault();
      act(event);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [active]);
}
