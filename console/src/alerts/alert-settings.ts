import { severityOrder, type Severity } from '../../../core/contract/vocabularies.ts';
import { keep, readKept } from '../kept.ts';
import type { ListedWarning } from '../live/queries.ts';

/** From which severity on a warning calls, by sound and by notification; null: never. */
export interface AlertSettings {
  readonly sound: Severity | null;
  readonly notification: Severity | null;
}

const place = 'tocsin.alerts';
const silent: AlertSettings = { sound: null, notification: null };

/** As they are kept on this device: nothing calls before somebody asks for it. */
export function readAlertSettings(): AlertSettings {
  try {
    const kept = JSON.parse(readKept(place) ?? '{}') as Record<string, unknown>;
    return { sound: floorOf(kept['sound']), notification: floorOf(kept['notification']) };
  } catch {
    return silent;
  }
}

export function keepAlertSettings(settings: AlertSettings): void {
  keep(place, JSON.stringify(settings));
}

/** Whether a warning calls. One of which its marking alone is told may be the gravest; a test is none. */
export function calls(floor: Severity | null, warning: ListedWarning): boolean {
  if (floor === null || warning.status === 'test') return false;
  return !('severity' in warning) || severityOrder.indexOf(warning.severity) >= severityOrder.indexOf(floor);
}

function floorOf(kept: unknown): Severity | null {
  return severityOrder.find((severity) => severity === kept) ?? null;
}
