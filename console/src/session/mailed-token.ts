/**
 * The token of a mailed link, which stands behind the `#` and so reaches no server; it leaves the address bar at once, and with
 * it the history. Asked again, it is what it was.
 */
let taken = '';

export function takeMailedToken(): string {
  // A second link may be opened in the same tab.
  const sent = sentToken();
  if (sent !== null) {
    taken = sent;
    window.history.replaceState(null, '', window.location.pathname);
  }
  return taken;
}

function sentToken(): string | null {
  return new URLSearchParams(window.location.hash.slice(1)).get('token');
}

// Another link to the page that is open changes no more than what stands behind the `#`: the page begins anew with it.
window.addEventListener('hashchange', () => {
  if (sentToken() !== null) window.location.reload();
});
