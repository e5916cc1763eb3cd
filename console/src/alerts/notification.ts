/** Whether this browser shows a page's notifications: on phones most do so for installed pages alone. */
export function showsNotifications(): boolean {
  return typeof Notification === 'function';
}

/**
 * Shows one, where that was allowed; a later one of the same `name` takes its place, also of another tab.
 * @returns whether the browser took it
 */
export function notify({ text, name, onClick }: { text: string; name: string; onClick: () => void }): boolean {
  if (!showsNotifications() || Notification.permission !== 'granted') return false;
  try {
    const shown = new Notification('Tocsin', { body: text, tag: name, icon: '/favicon.svg' });
    shown.addEventListener('click', () => {
      window.focus();
      shown.close();
      onClick();
    });
    return true;
  } catch {
    // Chromium on Android has the constructor, and throws.
    return false;
  }
}
