/** The page itself comes first. */
const WAIT = 1000;

/**
 * Keeps the site for offline use, and says when there is a newer version; unless the reader wants
 * none of it: `data-switch` names the key of `localStorage` that says so.
 */
export function startOfflineNote(): void {
  const place = document.getElementById('offline-note');
  const note = place?.querySelector<HTMLElement>('.note');
  // Missing where the address is not secure.
  const workers = 'serviceWorker' in navigator ? navigator.serviceWorker : undefined;
  if (!place || !note || !workers || isSet(place.dataset['switch'] ?? '')) return;
  addEventListener('load', () => {
    setTimeout(() => {
      keepOffline(place, note, workers).catch(() => {
        // Blocked by the browser or by its settings: the site works as any other does.
      });
    }, WAIT);
  });
}

function isSet(key: string): boolean {
  try {
    return localStorage.getItem(key) !== null;
  } catch {
    return true;
  }
}

async function keepOffline(
  { dataset }: HTMLElement,
  note: HTMLElement,
  workers: ServiceWorkerContainer,
): Promise<void> {
  const wasKept = workers.controller !== null;
  let reloads = false;
  const registration = await workers.register(dataset['worker'] ?? '');
  const offer = () => {
    if (registration.waiting && workers.controller) note.hidden = false;
  };
  offer();
  registration.addEventListener('updatefound', () => {
    registration.installing?.addEventListener('statechange', offer);
  });
  workers.addEventListener('controllerchange', () => {
    if (reloads) location.reload();
    else if (wasKept) {
      const sentence = note.querySelector('p');
      if (sentence) sentence.textContent = sentence.dataset['updatedElsewhere'] ?? '';
      note.hidden = false;
    }
  });
  note.querySelector('[data-reload]')?.addEventListener('click', () => {
    reloads = true;
    if (registration.waiting) registration.waiting.postMessage('take-over');
    else location.reload();
  });
  note.querySelector('[data-later]')?.addEventListener('click', () => {
    note.hidden = true;
  });
  const { active } = await workers.ready;
  active?.postMessage(dataset['locale']);
}
