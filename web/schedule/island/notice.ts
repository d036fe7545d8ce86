import { icon, make, t } from './page.ts';

type Act = { label: string; do: () => void } | { label: string; href: string };

/** Says something at the lower edge, over the page: nothing moves. One notice at a time; a word with the same name again replaces it. */
export function notice(name: string, text: string, act?: Act, onClose?: () => void): void {
  hideNotice();
  const close = make('button', { type: 'button', class: 'close', 'aria-label': t.close }, icon('close'));
  const button =
    act && ('href' in act ? make('a', { href: act.href }, act.label) : make('button', { type: 'button' }, act.label));
  if (act && 'do' in act) button?.addEventListener('click', act.do);
  const box = make(
    'div',
    { class: 'notice', role: 'status', 'data-name': name },
    make('p', {}, text),
    button ?? null,
    close,
  );
  close.addEventListener('click', () => {
    onClose?.();
    box.remove();
  });
  document.body.append(box);
}

/** Takes a notice away; without a name, whichever is there. */
export function hideNotice(name?: string): void {
  document.querySelector(name ? `.notice[data-name=${name}]` : '.notice')?.remove();
}
