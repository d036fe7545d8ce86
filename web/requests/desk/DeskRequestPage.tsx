import { deskTexts } from '#shared/requests/desk-texts.ts';
import { useTitle } from '../../layouts/use-title.ts';
import { useGo, usePathParam } from '../../navigation.ts';
import { paths } from '../../paths.ts';
import { useTexts } from '../../texts.ts';
import { RequestPanel } from './RequestPanel.tsx';
import { trailIds } from './trail.ts';
import { useDeskKeys } from './use-desk-keys.ts';
import { useRequest } from './use-request.ts';

/** A request on a page of its own; on a phone the only way to see one. */
export function DeskRequestPage() {
  const t = useTexts(deskTexts).panel;
  const id = usePathParam('id');
  const go = useGo();
  const { data } = useRequest(id);
  useTitle(t.label(data?.reference ?? ''));
  useDeskKeys();
  const ids = trailIds();
  const at = ids.indexOf(id);
  const to = (index: number) => {
    const next = at < 0 || index < 0 ? undefined : ids[index];
    return next ? () => go(paths.deskRequest(next), { replace: true }) : null;
  };
  return (
    <>
      <h1 className="hidden-text">{t.label(data?.reference ?? '')}</h1>
      <div className="request-pane" data-page>
        <RequestPanel
          id={id}
          full
          trail={{ at: at + 1, of: at < 0 ? 0 : ids.length, onPrevious: to(at - 1), onNext: to(at + 1) }}
          onClose={() => go(paths.desk())}
        />
      </div>
    </>
  );
}
