import type { TFunction } from 'i18next';
import { deviceNames, listener } from '../../../core/contract/sentences.ts';

const heard = listener(deviceNames);

/** What a device is called, in the reader's words around the names of its browser and its system. */
export function deviceName(told: string, t: TFunction): string {
  const device = heard(told);
  return device === undefined
    ? told
    : t(`account.device.${device.name}` as 'account.device.unknown', { replace: device.blanks });
}
