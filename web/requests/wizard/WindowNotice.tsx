import type { EventView } from '#shared/events/contract.ts';
import type { RequestView } from '#shared/requests/contract.ts';
import { wizardTexts } from '#shared/requests/wizard-texts.ts';
import { formatDeadline } from '#shared/time.ts';
import { useNow } from '../../query.ts';
import { useLang, useTexts } from '../../texts.ts';
import { Banner } from '../../ui/Banner.tsx';

/** Says when requests of this kind opened or closed, where that matters now. */
export function WindowNotice({ request, event }: { request: Pick<RequestView, 'kind' | 'state'>; event: EventView }) {
  const lang = useLang();
  const t = useTexts(wizardTexts);
  const now = useNow();
  const window = event.windows.find((one) => one.kind === request.kind);
  if (!window || request.state !== 'draft') return null;
  const opens = new Date(window.opensAt) > now ? t.notOpen(formatDeadline(window.opensAt, lang)) : null;
  const closed = formatDeadline(window.closesAt, lang);
  const over = new Date(window.closesAt) <= now ? (window.late === 'mark' ? t.late(closed) : t.closed(closed)) : null;
  const words = opens ?? over;
  return words ? (
    <div className="mb-5 no-print">
      <Banner kind={over ? 'action' : 'info'}>{words}</Banner>
    </div>
  ) : null;
}
