/**
 * The token of a mailed link, which stands behind the `#` and so reaches no server; it leaves the address bar at once, and with
 * it the history. Asked again, it is what it was.
 */
let taken: string | undefined;

export function takeMailedToken(): string {
  if (taken === undefined) {
    taken = new URLSearchParams(window.location.hash.slice(1)).get('token') ?? '';
    window.history.replaceState(null, '', window.location.pathname);
  }
  return taken;
}
