import type { ReactNode } from 'react';
import { actionGlyph } from './action-glyph.tsx';
import { Info, TriangleAlert, WifiOff } from './icons.tsx';

type BannerProps = {
  kind?: 'info' | 'action' | 'error' | 'offline';
  children: ReactNode;
  /** A button or link at the end. */
  action?: ReactNode;
};

/** A message in its place on the page; errors are announced at once, others when there is a pause. */
export function Banner({ kind = 'info', children, action }: BannerProps) {
  return (
    <div className="banner" data-kind={kind} role={kind === 'error' ? 'alert' : 'status'}>
      {kind === 'info' ? <Info aria-hidden="true" /> : null}
      {kind === 'action' ? (
        <svg className="glyph" width={20} height={20} viewBox="0 0 16 16" aria-hidden="true">
          {actionGlyph}
        </svg>
      ) : null}
      {kind === 'error' ? <TriangleAlert aria-hidden="true" /> : null}
      {kind === 'offline' ? <WifiOff aria-hidden="true" /> : null}
      <div className="banner-body">{children}</div>
      {action}
    </div>
  );
}
