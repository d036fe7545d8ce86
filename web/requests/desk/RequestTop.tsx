import type { RequestView } from '#shared/requests/contract.ts';
import { deskTexts } from '#shared/requests/desk-texts.ts';
import { requestWords } from '#shared/requests/words.ts';
import { paths } from '../../paths.ts';
import { useTexts } from '../../texts.ts';
import { Button } from '../../ui/Button.tsx';
import { ChevronDown, ChevronUp, ExternalLink, KindIcon, X } from '../../ui/icons.tsx';
import { ButtonLink } from '../../ui/Link.tsx';

/** Where a request stands in the list one came from, and how to walk along it. */
export type Trail = { at: number; of: number; onPrevious: (() => void) | null; onNext: (() => void) | null };

type RequestTopProps = { request: RequestView; trail: Trail; full: boolean; onClose: () => void };

export function RequestTop({ request, trail, full, onClose }: RequestTopProps) {
  const t = useTexts(deskTexts).panel;
  const words = useTexts(requestWords);
  return (
    <div className="request-top">
      <KindIcon kind={request.kind} />
      <span className="whitespace-nowrap">
        {words.kind[request.kind]} <b>{request.reference}</b>
      </span>
      <span className="flex-1" />
      {trail.of > 0 ? <span className="wide-only text-12">{t.position(trail.at, trail.of)}</span> : null}
      {trail.onPrevious ? (
        <Button look="quiet" size={30} iconOnly aria-label={t.previous} title={t.previous} onClick={trail.onPrevious}>
          <ChevronUp aria-hidden="true" />
        </Button>
      ) : null}
      {trail.onNext ? (
        <Button look="quiet" size={30} iconOnly aria-label={t.next} title={t.next} onClick={trail.onNext}>
          <ChevronDown aria-hidden="true" />
        </Button>
      ) : null}
      {full ? null : (
        <ButtonLink
          href={paths.deskRequest(request.id)}
          look="quiet"
          size={30}
          data-icon-only
          aria-label={t.full}
          title={t.full}
        >
          <ExternalLink aria-hidden="true" />
        </ButtonLink>
      )}
      <Button
        look="quiet"
        size={30}
        iconOnly
        aria-label={full ? t.back : t.close}
        title={full ? t.back : t.close}
        onClick={onClose}
      >
        <X aria-hidden="true" />
      </Button>
    </div>
  );
}
