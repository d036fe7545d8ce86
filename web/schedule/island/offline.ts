import { lang, release, slug, t } from './page.ts';

const WORKER = '/schedule/sw.js';
const SCOPE = '/schedule/';

type Policy = { createScriptURL: (url: string) => string };
type Types = { createPolicy: (name: string, rules: Policy) => Policy };

/** Has the browser keep the programme, where it can and may; takes it back where the desk says so. */
export async function keepOffline(): Promise<void> {
  if (!('serviceWorker' in navigator) || !isSecureContext) return;
  if (document.body.dataset.offline === undefined) return takeBack();
  try {
    await navigator.serviceWorker.register(named(WORKER), { scope: SCOPE });
    const { active } = await navigator.serviceWorker.ready;
    navigator.serviceWorker.addEventListener('message', ({ data }) => {
      const place = document.getElementById('kept');
      if (data?.kept === slug && place) place.textContent = t.kept;
    });
    const { connection } = navigator as { connection?: { saveData?: boolean } };
    if (!connection?.saveData) active?.postMessage({ keep: slug, lang, release });
  } catch {
    // A browser that is locked down keeps nothing; the page is complete without.
  }
}

/** The one address of a script that this page may name by itself. */
function named(url: string): string {
  const { trustedTypes } = window as { trustedTypes?: Types };
  return trustedTypes?.createPolicy('schedule', { createScriptURL: () => WORKER }).createScriptURL(url) ?? url;
}

async function takeBack(): Promise<void> {
  const registration = await navigator.serviceWorker.getRegistration(SCOPE).catch(() => undefined);
  if (registration) await registration.unregister();
}
