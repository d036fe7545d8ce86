import type { BilateralDetails, FreeWindow } from '#shared/requests/kinds/bilateral.ts';
import { meetingStepTexts } from '#shared/requests/meeting-step-texts.ts';
import { requestTexts } from '#shared/requests/texts.ts';
import { dualTime, JAPAN } from '#shared/time.ts';
import { instantOf } from '#shared/time-zone.ts';
import { daysAround } from '../../../delegations/days-around.ts';
import { useLang, useTexts } from '../../../texts.ts';
import { Button } from '../../../ui/Button.tsx';
import { FieldGroup } from '../../../ui/Field.tsx';
import { Plus } from '../../../ui/icons.tsx';
import { DateSelect, TimeSelect } from '../../../ui/Select.tsx';
import type { StepProps } from '../step-props.ts';

const MOST_WINDOWS = 6;

const numbered = (window: FreeWindow, index: number) => ({ window, index });

/** When the party could meet, at the venue's clock, with Japan's beside it. */
export function WindowFields({ details, change, at, event }: StepProps<BilateralDetails>) {
  const lang = useLang();
  const t = useTexts(meetingStepTexts).times;
  const names = useTexts(requestTexts).bilateral;
  const { windows } = details;
  const set = (index: number, patch: Partial<FreeWindow>) =>
    change({ windows: windows.map((one, place) => (place === index ? { ...one, ...patch } : one)) });
  const next = (): FreeWindow => ({ day: windows.at(-1)?.day ?? event.startsOn, from: '10:00', to: '12:00' });
  const japan = ({ day, from, to }: FreeWindow) => {
    if (event.timeZone === JAPAN || from >= to) return null;
    const zone = event.timeZone;
    return t.japan(dualTime(instantOf(day, from, zone), instantOf(day, to, zone), zone, lang).japan);
  };
  return (
    <FieldGroup {...at('/windows')} label={names.windows} required>
      {windows.length === 0 ? <p className="text-15 text-ink-2">{t.none}</p> : null}
      {windows.map(numbered).map(({ window, index }) => (
        <fieldset key={index} className="answer-group">
          <legend>{t.window(index + 1)}</legend>
          <div className="grid gap-4 wide:grid-cols-3">
            <DateSelect
              {...at(`/windows/${index}/day`)}
              label={t.day}
              empty={null}
              days={daysAround(event)}
              value={window.day}
              onValue={(day) => set(index, { day })}
            />
            <TimeSelect
              {...at(`/windows/${index}/from`)}
              label={t.from}
              empty={null}
              value={window.from}
              onValue={(from) => set(index, { from })}
            />
            <TimeSelect
              {...at(`/windows/${index}/to`)}
              label={t.to}
              empty={null}
              value={window.to}
              onValue={(to) => set(index, { to })}
            />
          </div>
          <p className="flex flex-wrap items-center justify-between gap-3 text-13h text-ink-3">
            <span>{japan(window)}</span>
            <Button
              size={30}
              look="quiet"
              aria-label={t.remove(index + 1)}
              onClick={() => change({ windows: windows.filter((_, place) => place !== index) })}
            >
              {t.removeShort}
            </Button>
          </p>
        </fieldset>
      ))}
      {windows.length < MOST_WINDOWS ? (
        <div className="mt-4">
          <Button onClick={() => change({ windows: [...windows, next()] })}>
            <Plus aria-hidden="true" />
            {t.add}
          </Button>
        </div>
      ) : null}
    </FieldGroup>
  );
}
