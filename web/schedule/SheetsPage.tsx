import { useSearchWords } from '../navigation.ts';
import { Papers } from './Papers.tsx';
import { RunSheets } from './RunSheets.tsx';

/** What is written for sessions, and what is printed of it. */
export function SheetsPage() {
  const [search] = useSearchWords();
  return search.write ? <Papers /> : <RunSheets />;
}
