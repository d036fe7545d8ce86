import { useRouter } from '@tanstack/react-router';
import type { ComponentPropsWithRef, MouseEvent, ReactNode } from 'react';
import { takeApart } from '../navigation.ts';
import type { ButtonLook, ButtonSize } from './Button.tsx';

type LinkProps = Omit<ComponentPropsWithRef<'a'>, 'href' | 'target' | 'dangerouslySetInnerHTML'> & {
  /** An address made by `paths`. */
  href: string;
  children: ReactNode;
};

/**
 * A link to a screen of the application: the page is not loaded anew, and its code is fetched on hover and on focus.
 * The router's own link is not used, since it calls every address above the current one current as well.
 */
export function Link({ href, children, onClick, ...rest }: LinkProps) {
  const router = useRouter();
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event);
    const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
    if (event.defaultPrevented || !plain) return;
    event.preventDefault();
    void router.navigate(takeApart(href));
  };
  const fetchCode = () => void router.preloadRoute(takeApart(href)).catch(() => {});
  return (
    <a {...rest} href={href} onClick={follow} onPointerEnter={fetchCode} onFocus={fetchCode}>
      {children}
    </a>
  );
}

/** A link that looks like a button, for going somewhere; use `Button` for doing something. */
export function ButtonLink(props: LinkProps & { look?: ButtonLook; size?: ButtonSize }) {
  const { look = 'secondary', size = 36, className, ...rest } = props;
  return <Link {...rest} className={`button ${className ?? ''}`} data-look={look} data-size={size} />;
}
