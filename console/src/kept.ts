/** What this device keeps under a name; null: nothing, or it keeps nothing at all. */
export function readKept(place: string): string | null {
  try {
    return localStorage.getItem(place);
  } catch {
    return null;
  }
}

/** Keeps it on this device. Answers whether the device took it. */
export function keep(place: string, text: string): boolean {
  try {
    localStorage.setItem(place, text);
    return true;
  } catch {
    return false;
  }
}

/** A device that keeps nothing has nothing to drop. */
export function drop(place: string): void {
  try {
    localStorage.removeItem(place);
  } catch {
    return;
  }
}
