import type { RaiseRequest } from '../../core/contract/warning.ts';

/** A warning of the demo: invented, marked as such in its own words, and dated from the moment it is raised. */
export interface DemoWarning {
  /** What the demo itself calls it. */
  slug: string;
  by: string;
  /** Hours from the raise. */
  onset?: number;
  expires: number;
  /** By name: the audience. */
  only?: string[];
  content: Omit<RaiseRequest, 'onset' | 'expires' | 'audience'>;
}

const hour = 3_600_000;

/** The body of the raise. `idOf` answers an organisation's id by its name. */
export function requestOf(demo: DemoWarning, now: Date, idOf: (name: string) => string): RaiseRequest {
  const at = (hours: number): string => new Date(now.getTime() + hours * hour).toISOString();
  return {
    ...demo.content,
    expires: at(demo.expires),
    ...(demo.onset === undefined ? {} : { onset: at(demo.onset) }),
    ...(demo.only ? { audience: { only: demo.only.map(idOf) } } : {}),
  };
}
