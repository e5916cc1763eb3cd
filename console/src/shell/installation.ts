import i18next from 'i18next';
import type { Notice } from './notice.ts';

/*
 * The console's service worker from the side of the page. A new version waits until somebody wants it: a page that lost its own
 * files, or what is being typed, would be worse than an old one for an hour.
 */

/** Milliseconds between two looks for a new version on a page that stays open all shift. */
const hour = 3_600_000;

let waiting: ServiceWorker | undefined;
const listeners = new Set<() => void>();

/** For React: whether a new version waits, and who hears when one does. */
export const newVersion = {
  isThere: (): boolean => waiting !== undefined,
  onChange: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
};

/** Loads the new version. What is kept on the device, drafts among it, is there afterwards. */
export function loadNewVersion(): void {
  navigator.serviceWorker.addEventListener('controllerchange', () => window.location.reload(), { once: true });
  if (waiting) tell(waiting, { tell: 'take-over' });
}

/** Installs it once the page is there: nothing that is shown first waits for it. Where a browser has none, nothing is kept. */
export function installShell(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  const install = (): void => {
    navigator.serviceWorker.register('/service-worker.js', { updateViaCache: 'none' }).then(
      // Where workers are blocked some answer nothing, and others refuse: the console works without.
      (registration?: ServiceWorkerRegistration) => registration && follow(registration),
      () => undefined,
    );
  };
  if (document.readyState === 'complete') install();
  else window.addEventListener('load', install, { once: true });
}

function follow(registration: ServiceWorkerRegistration): void {
  const speak = (): void => {
    for (const worker of [registration.installing, registration.waiting, registration.active]) {
      if (worker) tell(worker, { tell: 'speaks', language: i18next.language });
    }
  };
  const look = (): void => {
    // The first one ever takes over by itself, and is no new version of anything.
    if (!registration.waiting || !navigator.serviceWorker.controller) return;
    waiting = registration.waiting;
    for (const listener of listeners) listener();
  };
  speak();
  look();
  i18next.on('languageChanged', speak);
  registration.addEventListener('updatefound', () => {
    speak();
    registration.installing?.addEventListener('statechange', look);
  });
  const search = (): void => void registration.update().catch(() => undefined);
  setInterval(search, hour);
  // After an outage the network is often a newer one.
  window.addEventListener('online', search);
}

function tell(worker: ServiceWorker, notice: Notice): void {
  // A worker has no origin but its own.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  worker.postMessage(notice);
}
