import './what-if.css';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ALLOTMENT_RULES } from '#shared/passes/allotment-problem.ts';
import type { PassBoard } from '#shared/passes/contract.ts';
import { USUAL_WEIGHTS } from '#shared/passes/what-if.ts';
import { whatIfTexts } from '#shared/passes/what-if-texts.ts';
import { call } from '../api.ts';
import { inWords } from '../in-words.ts';
import { useMe } from '../query.ts';
import { useLang, useTexts } from '../texts.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import { WhatIfResult } from './WhatIfResult.tsx';

type Figures = Record<string, string>;
const MOST_PLACES = 2_000;
const MOST_WEIGHT = 99;

/** Pools and rules as they might be, and what would come of it. Nothing is saved. */
export function WhatIf({ board }: { board: PassBoard }) {
  const t = useTexts(whatIfTexts);
  const lang = useLang();
  const event = useMe()?.currentEvent?.slug ?? '';
  const usual = usualFigures(board);
  const [figures, setFigures] = useState<Figures>(usual);
  const [asked, setAsked] = useState<Figures | null>(null);
  const { data, isFetching, isError } = useQuery({
    queryKey: ['passes', 'what-if', event, asked],
    queryFn: ({ signal }) =>
      call('GET /api/events/:event/passes/what-if', {
        params: { event },
        query: queryOf(asked ?? usual, board),
        signal,
      }),
    enabled: asked !== null,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  const set = (name: string) => (value: string) => setFigures({ ...figures, [name]: value });
  const errorOf = (name: string, most: number) => (isFigure(figures[name], most) ? null : t.wrongNumber(most));
  const names = [...board.pools.map(({ id }) => [id, MOST_PLACES] as const), ['promise', 5] as const];
  const all = [...names, ...ALLOTMENT_RULES.map((rule) => [rule, MOST_WEIGHT] as const)];
  const wrong = all.some(([name, most]) => !isFigure(figures[name], most));
  const input = (name: string, label: string, most: number, hint?: string) => (
    <TextInput
      key={name}
      {...{ label, hint }}
      value={figures[name] ?? ''}
      onValue={set(name)}
      error={errorOf(name, most)}
      inputMode="numeric"
      autoComplete="off"
    />
  );
  return (
    <section className="what-if" aria-label={t.tab}>
      <form
        className="what-if-form no-print"
        onSubmit={(submitted) => {
          submitted.preventDefault();
          if (!wrong) setAsked(figures);
        }}
      >
        <p>{t.lead}</p>
        <fieldset>
          <legend>{t.pools}</legend>
          {board.pools.map((pool) => input(pool.id, t.places(inWords(pool.name, lang)), MOST_PLACES))}
          {input('promise', t.promise, 5, t.promiseHint)}
        </fieldset>
        <fieldset>
          <legend>{t.rules}</legend>
          <p className="field-hint">{t.rulesHint}</p>
          {ALLOTMENT_RULES.map((rule) => input(rule, t.rule[rule], MOST_WEIGHT))}
        </fieldset>
        <div className="what-if-acts">
          <Button look="primary" type="submit" busy={isFetching} busyLabel={t.calculating}>
            {t.calculate}
          </Button>
          <Button type="button" onClick={() => setFigures(usual)}>
            {t.usual}
          </Button>
        </div>
      </form>
      <div className="what-if-result" aria-live="polite" aria-busy={isFetching}>
        {isError ? <Banner kind="error">{t.failed}</Banner> : null}
        {data && asked !== figures ? <Banner>{t.stale}</Banner> : null}
        {data ? <WhatIfResult result={data} /> : null}
      </div>
    </section>
  );
}

function usualFigures(board: PassBoard): Figures {
  const places = board.pools.map((pool): [string, string] => [pool.id, String(pool.places)]);
  const weights = ALLOTMENT_RULES.map((rule): [string, string] => [rule, String(USUAL_WEIGHTS[rule])]);
  return Object.fromEntries([...places, ...weights, ['promise', '1']]);
}

function isFigure(text: string | undefined, most: number): boolean {
  const plain = (text ?? '').normalize('NFKC').trim();
  return /^\d{1,4}$/.test(plain) && Number(plain) <= most;
}

function queryOf(figures: Figures, board: PassBoard) {
  const list = (names: readonly string[]) =>
    names.map((name) => `${name}:${Number((figures[name] ?? '0').normalize('NFKC'))}`).join(',');
  return {
    places: list(board.pools.map(({ id }) => id)),
    weights: list(ALLOTMENT_RULES),
    promise: String(Number((figures.promise ?? '1').normalize('NFKC'))),
  };
}
