import Bowser from 'bowser';

/** What a person recognises a device by, from its User-Agent: no more of it is kept, and nothing of the place. */
export function deviceName(userAgent: string | undefined): string {
  if (!userAgent) return 'An unknown device';
  const { browser, os } = Bowser.parse(userAgent.slice(0, 500));
  const [name, system] = [browser.name, os.name].map((part) => part?.slice(0, 40));
  if (!name && !system) return 'An unknown device';
  return system ? `${name ?? 'A browser'} on ${system}` : (name ?? '');
}
