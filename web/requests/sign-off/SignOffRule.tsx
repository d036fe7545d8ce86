import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { AccountId } from '#shared/ids.ts';
import type { SignOffRuleShape } from '#shared/requests/contract.ts';
import { signOffTexts } from '#shared/requests/sign-off-texts.ts';
import { shellTexts } from '#shared/shell-texts.ts';
import { call } from '../../api.ts';
import { queryClient } from '../../query.ts';
import { useTexts } from '../../texts.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Choices.tsx';
import { Select } from '../../ui/Select.tsx';
import { useToast } from '../../ui/Toast.tsx';
import { useForm } from '../../ui/use-form.ts';

const ruleKey = ['sign-off-rule'] as const;

/** A manager says whether the municipality sends nothing without its own sign-off, and who gives it. */
export function SignOffRule() {
  const rule = useQuery({ queryKey: ruleKey, queryFn: ({ signal }) => call('GET /api/sign-off-rule', { signal }) });
  return rule.data ? <Rule key={JSON.stringify(rule.data)} rule={rule.data} /> : null;
}

function Rule({ rule }: { rule: SignOffRuleShape }) {
  const t = useTexts(signOffTexts).rule;
  const form = useForm(useTexts(shellTexts), 'rule');
  const toast = useToast();
  const [required, setRequired] = useState(rule.required);
  const [approverId, setApproverId] = useState<string>(rule.approverId ?? '');
  const people = useQuery({
    queryKey: ['accounts', 'own'],
    queryFn: ({ signal }) => call('GET /api/accounts', { query: { limit: 200 }, signal }),
  });
  const managers = (people.data?.items ?? []).filter((one) => one.role === 'member_manager' && one.state === 'active');
  const save = () =>
    form.send([], async () => {
      const body = { required, approverId: approverId === '' ? null : (approverId as AccountId) };
      const kept = await call('PUT /api/sign-off-rule', { body });
      queryClient.setQueryData(ruleKey, kept);
      toast({ message: t.saved });
    });
  return (
    <section className="card mt-6 grid max-w-[640px] gap-4 p-5" aria-labelledby="sign-off-rule">
      <h2 id="sign-off-rule">{t.title}</h2>
      {form.failure ? <Banner kind="error">{form.failure}</Banner> : null}
      <Checkbox checked={required} onChecked={setRequired} label={t.required} hint={t.requiredHint} />
      <Select
        id="rule-approverId"
        label={t.approver}
        empty={t.anyManager}
        error={form.errorOf('rule-approverId')}
        value={approverId}
        onValue={setApproverId}
        options={managers.map((one) => ({ value: one.id, label: one.name || one.email }))}
      />
      <p>
        <Button busy={form.busy} onClick={() => void save()}>
          {t.save}
        </Button>
      </p>
    </section>
  );
}
