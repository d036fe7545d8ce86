import type { ReactNode } from 'react';

type EmptyStateProps = {
  title: string;
  children?: ReactNode;
  action?: ReactNode;
  /** All work is done: the strands reach their point. Otherwise the point is still open. */
  done?: boolean;
};

const STARTS = [6, 17, 28, 39, 50];

export function EmptyState({ title, children, action, done }: EmptyStateProps) {
  return (
    <div className="empty">
      <svg width="120" height="56" viewBox="0 0 120 56" fill="none" strokeWidth="1.5" aria-hidden="true">
        {STARTS.map((y) => (
          <path
            key={y}
            stroke="var(--brand-300)"
            strokeLinecap="round"
            d={`M4 ${y}C46 ${y} 60 28 ${done ? 104 : 86} 28`}
          />
        ))}
        {done ? (
          <circle cx="106" cy="28" r="5" fill="var(--kaki-600)" />
        ) : (
          <circle cx="106" cy="28" r="5" fill="var(--surface)" stroke="var(--control)" strokeDasharray="2 2.5" />
        )}
      </svg>
      <h2>{title}</h2>
      {children ? <p>{children}</p> : null}
      {action ? <div className="mt-3">{action}</div> : null}
    </div>
  );
}
