import type { RequestRow } from '#shared/requests/contract.ts';
import { memberTexts } from '#shared/requests/member-texts.ts';
import { shellTexts } from '#shared/shell-texts.ts';
import { paths } from '../../paths.ts';
import { useTexts } from '../../texts.ts';
import { Avatar } from '../../ui/Avatar.tsx';
import { MessageSquare, Phone } from '../../ui/icons.tsx';
import { ButtonLink } from '../../ui/Link.tsx';

/** The colleague who looks after most of the open requests. */
function usualOwner(rows: readonly RequestRow[]): { name: string; requestId: string } | null {
  const counts = new Map<string, { name: string; requestId: string; count: number }>();
  for (const { owner, id } of rows) {
    if (!owner) continue;
    const known = counts.get(owner.id);
    counts.set(owner.id, { name: owner.name, requestId: known?.requestId ?? id, count: (known?.count ?? 0) + 1 });
  }
  return [...counts.values()].sort((one, other) => other.count - one.count)[0] ?? null;
}

/** Whom to ask. */
export function ContactCard({ rows }: { rows: readonly RequestRow[] }) {
  const t = useTexts(memberTexts).home;
  const shell = useTexts(shellTexts);
  const owner = usualOwner(rows);
  return (
    <section className="card contact" aria-label={t.contact}>
      <div>
        <Avatar name={owner?.name ?? t.contactOffice} size={32} />
        <p>
          {owner ? (
            <>
              <b>
                {t.contact} {owner.name}
              </b>
              {t.ofOffice}
            </>
          ) : (
            <b>{t.contactOffice}</b>
          )}
          <span>{t.reply}</span>
        </p>
      </div>
      <div className="mt-3">
        {owner ? (
          <ButtonLink href={`${paths.request(owner.requestId)}#talk`} size={30}>
            <MessageSquare aria-hidden="true" />
            {t.message}
          </ButtonLink>
        ) : null}
        <a className="button" data-size="30" href={`tel:${shell.phone.replaceAll(/[ -]/g, '')}`}>
          <Phone aria-hidden="true" />
          {shell.phone}
        </a>
      </div>
    </section>
  );
}
