import Bowser from 'bowser';
import { deviceNames, filled } from '../../core/contract/sentences.ts';

/** What a person recognises a device by, from its User-Agent: no more of it is kept, and nothing of the place. */
export function deviceName(userAgent: string | undefined): string {
  if (!userAgent) return deviceNames.unknown;
  const { browser, os } = Bowser.parse(userAgent.slice(0, 500));
  const [name, system] = [browser.name, os.name].map((part) => part?.slice(0, 40));
  if (!name && !system) return deviceNames.unknown;
  if (!system) return name ?? '';
  return name ? filled(deviceNames.both, { browser: name, system }) : filled(deviceNames.system, { system });
}
