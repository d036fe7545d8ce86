import { useState } from 'react';
import type { WhatIf, WhatIfPerson } from '#shared/passes/what-if.ts';
import { whatIfTexts } from '#shared/passes/what-if-texts.ts';
import { formatDay } from '#shared/time.ts';
import { inWords } from '../in-words.ts';
import { useLang, useTexts } from '../texts.ts';

/** Who would gain or lose a place, and the reason for everybody in words. */
export function WhatIfResult({ result }: { result: WhatIf }) {
  const t = useTexts(whatIfTexts);
  const lang = useLang();
  const [changesOnly, setChangesOnly] = useState(true);
  const members = new Map(result.members.map(({ member }) => [member.id, inWords(member.name, lang)]));
  const pools = new Map(result.pools.map(({ id, name }) => [id, inWords(name, lang)]));
  const gains = result.people.filter((one) => one.served && !one.holds);
  const loses = result.people.filter((one) => one.holds && !one.served);
  const shown = changesOnly ? [...loses, ...gains] : [...result.people].sort((a, b) => rank(a) - rank(b));
  const percent = (result.gap * 100).toFixed(1);
  return (
    <>
      <h2>{t.result(gains.length, loses.length)}</h2>
      <ul className="what-if-facts">
        {result.pools.map((pool) => (
          <li key={pool.id}>
            {pools.get(pool.id)}　{t.given(pool.given, pool.places)}
          </li>
        ))}
        <li>{t.kept(result.promised.kept, result.promised.of)}</li>
        <li>{result.gap === 0 ? t.proven : t.gap(percent)}</li>
      </ul>
      <label className="what-if-only no-print">
        <input
          type="checkbox"
          checked={changesOnly}
          onChange={(changed) => setChangesOnly(changed.currentTarget.checked)}
        />{' '}
        {t.changesOnly}
      </label>
      {shown.length === 0 ? (
        <p>{t.nobody}</p>
      ) : (
        <div className="table-scroll">
          <table className="what-if-table">
            <caption className="hidden-text">{t.caption}</caption>
            <thead>
              <tr>
                <th scope="col">{t.member}</th>
                <th scope="col">{t.person}</th>
                <th scope="col">{t.now}</th>
                <th scope="col">{t.would}</th>
                <th scope="col">{t.why}</th>
              </tr>
            </thead>
            <tbody>
              {shown.map((one) => (
                <tr key={one.delegateId} data-change={changeOf(one)}>
                  <td>{members.get(one.memberId)}</td>
                  <th scope="row">{lang === 'en' && one.nameLatin ? one.nameLatin : one.name}</th>
                  <td>{one.holds ? t.has : t.hasNot}</td>
                  <td>{changeOf(one) ? t[changeOf(one) ?? 'gains'] : one.served ? t.has : t.hasNot}</td>
                  <td>
                    {reasonIn(
                      one,
                      t,
                      (id) => pools.get(id) ?? '',
                      (day) => formatDay(day, lang),
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}

type Own = typeof whatIfTexts.ja | typeof whatIfTexts.en;

function changeOf({ served, holds }: WhatIfPerson): 'gains' | 'loses' | undefined {
  return served === holds ? undefined : served ? 'gains' : 'loses';
}

function rank(one: WhatIfPerson): number {
  return one.holds && !one.served ? 0 : one.served && !one.holds ? 1 : one.served ? 3 : 2;
}

function reasonIn({ reason }: WhatIfPerson, t: Own, pool: (id: never) => string, day: (day: string) => string): string {
  switch (reason.code) {
    case 'served':
      return reason.rule ? t.reason.servedBy(t.rule[reason.rule]) : t.reason.served;
    case 'party_short':
      return t.reason.party_short(reason.short);
    case 'outranked':
      return t.reason.outranked(t.rule[reason.rule], pool(reason.poolId as never), day(reason.day));
    case 'full':
    case 'together':
      return t.reason[reason.code](pool(reason.poolId as never), day(reason.day));
    default:
      return t.reason[reason.code];
  }
}
