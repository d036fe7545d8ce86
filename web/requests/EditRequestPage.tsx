import { useQuery } from '@tanstack/react-query';
import { CHECK_STEP, DONE_STEP, pagesOf, pageToResume } from '#shared/requests/wizard.ts';
import { shellTexts } from '#shared/shell-texts.ts';
import { delegationQuery } from '../delegations/use-delegation.ts';
import { LeadTo, usePathParam } from '../navigation.ts';
import { paths } from '../paths.ts';
import { useMe, wordsOf } from '../query.ts';
import { useTexts } from '../texts.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { eventQuery, requestQuery } from './use-requests.ts';
import { DonePage } from './wizard/DonePage.tsx';
import { Wizard } from './wizard/Wizard.tsx';

/** Writing a request, page by page; for the municipality and for staff who file on its behalf. */
export function EditRequestPage() {
  const id = usePathParam('id');
  const step = usePathParam('step');
  const shell = useTexts(shellTexts);
  const byOffice = useMe()?.account?.memberId === null;
  const request = useQuery(requestQuery(id));
  const slug = request.data?.event.slug ?? '';
  const event = useQuery({ ...eventQuery(slug), enabled: slug !== '' });
  const member = request.data?.member.id ?? '';
  const delegation = useQuery({ ...delegationQuery(slug, member, true), enabled: slug !== '' });
  const parts = [request, event, delegation];
  const failed = parts.find((part) => part.error && part.data === undefined);
  const retry = () => void Promise.all(parts.map((part) => part.refetch()));
  const body = () => {
    if (failed) {
      return (
        <Banner kind="error" action={<Button onClick={retry}>{shell.retry}</Button>}>
          {wordsOf(failed.error, shell)}
        </Banner>
      );
    }
    if (!request.data || !event.data || delegation.data === undefined) return <Skeleton onRetry={retry} />;
    if (step === DONE_STEP && request.data.reference) return <DonePage request={request.data} event={event.data} />;
    const view = byOffice ? paths.deskRequest(id) : paths.request(id);
    if (!request.data.editable) return <LeadTo href={view} />;
    if (!pagesOf(request.data.kind).includes(step)) {
      const resumed = request.data.state === 'draft' ? pageToResume(request.data.kind, request.data.step) : CHECK_STEP;
      return <LeadTo href={paths.editRequest(id, resumed)} />;
    }
    return <Wizard key={id} request={request.data} event={event.data} delegation={delegation.data} step={step} />;
  };
  return byOffice ? <div className="page desk-edit">{body()}</div> : body();
}
