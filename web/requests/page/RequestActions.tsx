import { useState } from 'react';
import type { RequestView } from '#shared/requests/contract.ts';
import { memberTexts } from '#shared/requests/member-texts.ts';
import { CHECK_STEP } from '#shared/requests/wizard.ts';
import { call } from '../../api.ts';
import { useGo } from '../../navigation.ts';
import { paths } from '../../paths.ts';
import { queryClient } from '../../query.ts';
import { useTexts } from '../../texts.ts';
import { Button } from '../../ui/Button.tsx';
import { Printer } from '../../ui/icons.tsx';
import { ButtonLink } from '../../ui/Link.tsx';
import { refreshRequest } from './refresh-request.ts';
import { StepDialog } from './StepDialog.tsx';

/** What the municipality can do with its request besides answering: change, print, withdraw. */
export function RequestActions({ request }: { request: RequestView }) {
  const t = useTexts(memberTexts).page;
  const go = useGo();
  const [open, setOpen] = useState(false);
  const { id, version } = request;
  const isDraft = request.state === 'draft';
  const mayWithdraw = request.actions.some((one) => one.action === 'withdraw' && one.whyNot === null);
  const mayEnd = mayWithdraw || (isDraft && request.editable);
  return (
    <div className="no-print flex flex-wrap gap-2">
      {request.editable ? (
        <ButtonLink href={paths.editRequest(id, isDraft ? 'resume' : CHECK_STEP)} look="outline">
          {isDraft ? t.resume : t.edit}
        </ButtonLink>
      ) : null}
      <Button onClick={() => print()}>
        <Printer aria-hidden="true" />
        {t.print}
      </Button>
      {mayEnd ? (
        <Button look="quiet" onClick={() => setOpen(true)}>
          {isDraft ? t.discard : t.withdraw}
        </Button>
      ) : null}
      {open && isDraft ? (
        <StepDialog
          title={t.discardTitle}
          body={t.discardBody}
          submit={t.discard}
          done={t.discarded}
          danger
          onClose={() => setOpen(false)}
          act={async () => {
            await call('DELETE /api/requests/:id', { params: { id }, ifMatch: version });
            go(paths.requests(), { replace: true });
            await queryClient.invalidateQueries({ queryKey: ['requests'] });
          }}
        />
      ) : null}
      {open && !isDraft ? (
        <StepDialog
          title={t.withdrawTitle}
          body={t.withdrawBody}
          submit={t.withdraw}
          done={t.withdrawn}
          danger
          withReason
          onClose={() => setOpen(false)}
          act={async (reason) => {
            await call('POST /api/requests/:id/withdrawal', { params: { id }, body: { reason }, ifMatch: version });
            await refreshRequest(id);
          }}
        />
      ) : null}
    </div>
  );
}
