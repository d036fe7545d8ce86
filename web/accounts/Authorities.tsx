import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { AuthorityView } from '#shared/accounts/authority.ts';
import { authorityTexts } from '#shared/accounts/authority-texts.ts';
import type { SelfView } from '#shared/accounts/contract.ts';
import type { AuthorityId, OrganisationId } from '#shared/ids.ts';
import { may } from '#shared/permission.ts';
import { shellTexts } from '#shared/shell-texts.ts';
import { formatDay } from '#shared/time.ts';
import { call } from '../api.ts';
import { inWords } from '../in-words.ts';
import { useActor } from '../layouts/use-account.ts';
import { meQuery, queryClient, useMe, wordsOf } from '../query.ts';
import { useLang, useTexts } from '../texts.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { Tag } from '../ui/Chip.tsx';
import { Plus } from '../ui/icons.tsx';
import { useToast } from '../ui/Toast.tsx';
import { chooseActing } from './choose-acting.ts';
import { GiveAuthorityDialog } from './GiveAuthorityDialog.tsx';

type AuthoritiesProps = { account: SelfView; memberId: OrganisationId };

/** For whom I may act, and choosing it; a manager also says who in the municipality may. */
export function Authorities({ account, memberId }: AuthoritiesProps) {
  const t = useTexts(authorityTexts);
  const shell = useTexts(shellTexts);
  const toast = useToast();
  const actor = useActor();
  const [giving, setGiving] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const { data, error } = useQuery({
    queryKey: ['authorities'],
    queryFn: ({ signal }) => call('GET /api/members/:id/authorities', { params: { id: memberId }, signal }),
  });
  const trying = (work: () => Promise<unknown>) => {
    setFailure(null);
    work().catch((caught) => setFailure(wordsOf(caught, shell)));
  };
  const end = ({ id }: AuthorityView) =>
    trying(async () => {
      await call('DELETE /api/authorities/:id', { params: { id } });
      toast({ message: t.ended });
      await queryClient.invalidateQueries({ queryKey: ['authorities'] });
      await queryClient.invalidateQueries({ queryKey: meQuery.queryKey });
    });
  const all = data?.items ?? [];
  const mine = all.filter((one) => one.account.id === account.id && one.standing === 'live');
  const gives = actor !== null && may(actor, 'authority.give');
  const wrong = failure ?? (error ? wordsOf(error, shell) : null);
  if (!gives && mine.length === 0 && !wrong) return null;
  return (
    <>
      {wrong ? <Banner kind="error">{wrong}</Banner> : null}
      {mine.length > 0 ? <Choice mine={mine} onChoose={(id) => trying(() => chooseActing(id))} /> : null}
      {gives ? (
        <section className="card p-5" aria-labelledby="authorities">
          <div className="mb-2 flex flex-wrap items-start justify-between gap-3">
            <div className="min-w-0 flex-1 basis-64">
              <h2 id="authorities">{t.title}</h2>
              <p className="text-14 text-ink-3">{t.lead}</p>
            </div>
            <Button aria-haspopup="dialog" onClick={() => setGiving(true)}>
              <Plus aria-hidden="true" />
              {t.give}
            </Button>
          </div>
          {data && all.length === 0 ? <p className="text-14 text-ink-3">{t.none}</p> : null}
          <ul>
            {all.map((one) => (
              <Given key={one.id} authority={one} onEnd={() => end(one)} />
            ))}
          </ul>
        </section>
      ) : null}
      {giving ? <GiveAuthorityDialog memberId={memberId} onClose={() => setGiving(false)} /> : null}
    </>
  );
}

function Given({ authority, onEnd }: { authority: AuthorityView; onEnd: () => void }) {
  const lang = useLang();
  const t = useTexts(authorityTexts);
  const { account, delegate, standing } = authority;
  const whom = inWords(delegate.name, lang);
  return (
    <li className="flex flex-wrap items-center justify-between gap-3 border-t border-line-soft py-3">
      <span>
        <b>{t.acts(account.name, whom)}</b>{' '}
        <Tag {...(standing === 'live' ? {} : { tone: 'warn' })}>{t.standings[standing]}</Tag>
        <Period authority={authority} />
      </span>
      {standing === 'over' ? null : (
        <Button size={30} aria-label={t.endOf(account.name, whom)} onClick={onEnd}>
          {t.end}
        </Button>
      )}
    </li>
  );
}

function Period({ authority: { eventShortName, fromDay, untilDay } }: { authority: AuthorityView }) {
  const lang = useLang();
  const t = useTexts(authorityTexts);
  return (
    <span className="block text-13 text-ink-3">
      {t.period(eventShortName, formatDay(fromDay, lang), formatDay(untilDay, lang))}
    </span>
  );
}

type ChoiceProps = { mine: readonly AuthorityView[]; onChoose: (id: AuthorityId | null) => void };

function Choice({ mine, onChoose }: ChoiceProps) {
  const lang = useLang();
  const t = useTexts(authorityTexts);
  const chosen = useMe()?.actingFor?.authorityId ?? null;
  const line = (id: AuthorityId | null, words: string, authority: AuthorityView | null) => (
    <label key={id ?? 'self'} className="flex items-start gap-3 border-t border-line-soft py-3">
      <input type="radio" name="acting" className="mt-1" checked={chosen === id} onChange={() => onChoose(id)} />
      <span>
        <b>{words}</b>
        {authority ? <Period authority={authority} /> : null}
      </span>
    </label>
  );
  return (
    <section className="card p-5">
      <fieldset>
        <legend>
          <h2>{t.mine}</h2>
        </legend>
        <p className="mb-2 text-14 text-ink-3">{t.mineLead}</p>
        {line(null, t.asMyself, null)}
        {mine.map((one) => line(one.id, t.actsAs(inWords(one.delegate.name, lang)), one))}
      </fieldset>
    </section>
  );
}
