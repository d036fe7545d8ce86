import { Link as RouterLink } from '@tanstack/react-router';
import type { ComponentPropsWithRef, ReactNode } from 'react';
import { takeApart } from '../navigation.ts';
import type { ButtonLook, ButtonSize } from './Button.tsx';

type LinkProps = Omit<ComponentPropsWithRef<'a'>, 'href' | 'target' | 'dangerouslySetInnerHTML'> & {
  /** An address made by `paths`. */
  href: string;
  children: ReactNode;
};

/** A link to a screen of the application: the page is not loaded anew, and its code is fetched on hover. */
export function Link({ href, children, ...rest }: LinkProps) {
  return (
    <RouterLink {...takeApart(href)} {...rest} activeProps={{}} activeOptions={{ exact: true }} preload="intent">
      {children}
    </RouterLink>
  );
}

/** A link that looks like a button, for going somewhere; use `Button` for doing something. */
export function ButtonLink(props: LinkProps & { look?: ButtonLook; size?: ButtonSize }) {
  const { look = 'secondary', size = 36, className, ...rest } = props;
  return <Link {...rest} className={`button ${className ?? ''}`} data-look={look} data-size={size} />;
}
