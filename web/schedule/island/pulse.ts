import { timeIn } from './clock.ts';
import { hideNotice, notice } from './notice.ts';
import { base, query, release, t, zone } from './page.ts';
import { remember, visit } from './store.ts';

type Pulse = { release: number; now: string; changed: number | null };

/** Asks whether the page is still right, and remembers when it was; says so when there is no network. */
export async function pulse(): Promise<'right' | 'old' | 'away'> {
  const { seen } = visit();
  const answer = await fetch(`${base}/pulse.json${seen ? `?since=${seen}` : ''}`, { cache: 'no-store' }).catch(
    () => null,
  );
  if (!answer) return away();
  if (!answer.ok) return 'right';
  const { release: latest, now, changed }: Pulse = await answer.json();
  document.body.classList.remove('away');
  hideNotice('away');
  remember({
    ahead: Date.parse(now) - Date.now(),
    ...(latest === release ? { at: now } : {}),
    ...(seen ? {} : { seen: release }),
  });
  if (latest > release) {
    notice('release', t.newRelease, { label: t.reload, do: () => location.reload() });
    return 'old';
  }
  if (seen && changed) {
    const href = `${base}/changes?since=${seen}${query.replace('?', '&')}`;
    const isSeen = () => remember({ seen: latest });
    notice('changed', t.changed(changed), { label: t.seeChanges, href }, isSeen);
    document.querySelector('.notice a')?.addEventListener('click', isSeen);
  } else if (seen && seen < latest && changed === 0) remember({ seen: latest });
  return 'right';
}

function away(): 'away' {
  const { at } = visit();
  document.body.classList.add('away');
  if (!document.querySelector('.notice')) notice('away', at ? t.away(timeIn(new Date(at), zone)) : t.awayPlain);
  return 'away';
}
