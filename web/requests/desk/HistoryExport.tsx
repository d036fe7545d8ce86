import { useMutation, useQueryClient } from '@tanstack/react-query';
import { recordTexts } from '#shared/requests/record-texts.ts';
import { shellTexts } from '#shared/shell-texts.ts';
import { call } from '../../api.ts';
import { useSearchWords } from '../../navigation.ts';
import { wordsOf } from '../../query.ts';
import { useTexts } from '../../texts.ts';
import { Button } from '../../ui/Button.tsx';
import { useToast } from '../../ui/Toast.tsx';
import { filterOf } from './history-filter.ts';

/** Fetches what the filters show as a file for a spreadsheet. */
export function HistoryExport() {
  const t = useTexts(recordTexts).exporting;
  const shell = useTexts(shellTexts);
  const [search] = useSearchWords();
  const toast = useToast();
  const client = useQueryClient();
  const taking = useMutation({
    mutationFn: () => call('POST /api/history/exports', { body: filterOf(search) }),
    onSuccess: ({ name, text, rows, cut }) => {
      save(name, text);
      toast({ message: cut ? t.cut(rows) : t.done(rows) });
      void client.invalidateQueries({ queryKey: ['history'] });
    },
    onError: (error) => toast({ message: wordsOf(error, shell) }),
  });
  return (
    <Button size={30} busy={taking.isPending} onClick={() => taking.mutate()}>
      {t.button}
    </Button>
  );
}

function save(name: string, text: string): void {
  const href = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = href;
  link.download = name;
  link.click();
  URL.revokeObjectURL(href);
}
