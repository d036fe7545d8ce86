import { useEffect } from 'react';
import { shellTexts } from '#shared/shell-texts.ts';
import { useTexts } from '../texts.ts';

/** Names the page in the browser's tab and history; every screen does. */
export function useTitle(title: string): void {
  const t = useTexts(shellTexts);
  useEffect(() => {
    document.title = t.pageTitle(title);
  }, [title, t]);
}
