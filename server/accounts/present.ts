import type { AccountRow } from '#db/queries/accounts.ts';
import type { currentEvent } from '#db/queries/current-event.ts';
import type { AccountView, MeView, SelfView } from '#shared/accounts/contract.ts';
import { hasSecondFactor } from '#shared/accounts/second-factor.ts';
import type { Bilingual } from '#shared/lang.ts';

export function memberNameOf(row: AccountRow): Bilingual | null {
  return row.memberId === null ? null : { ja: row.memberNameJa ?? '', en: row.memberNameEn ?? '' };
}

export function presentSelf(row: AccountRow): SelfView {
  const { id, email, name, section, role, lang, hotkeys, memberId, passkeys, version } = row;
  return {
    ...{ id, email, name, section, role, lang, hotkeys, memberId, version },
    memberName: memberNameOf(row),
    passkeys: passkeys > 0,
  };
}

export function presentAccount(row: AccountRow): AccountView {
  const { id, email, name, section, role, state, memberId, lang, lastSignedInAt, version } = row;
  return {
    ...{ id, email, name, section, role, state, memberId, lang, version },
    memberName: memberNameOf(row),
    lastSignedInAt: lastSignedInAt?.toISOString() ?? null,
    secondFactor: hasSecondFactor(row),
  };
}

type CurrentEvent = NonNullable<Awaited<ReturnType<typeof currentEvent>>>;

export function presentEvent(row: CurrentEvent): NonNullable<MeView['currentEvent']> {
  const { id, slug, shortName, startsOn, endsOn, timeZone } = row;
  return {
    ...{ id, slug, shortName, startsOn, endsOn, timeZone },
    name: { ja: row.nameJa, en: row.nameEn },
    city: { ja: row.cityJa, en: row.cityEn },
  };
}
