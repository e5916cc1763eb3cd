import type { ServerResponse } from 'node:http';

const safe = {
  // Nothing that is answered is a page, unless it says so itself.
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
} as const;

/** What browsers are told with each answer, whoever gives it; pages replace the policy by one that lets them show something. */
export function setSafeHeaders(response: Pick<ServerResponse, 'setHeader'>): void {
  for (const [name, value] of Object.entries(safe)) response.setHeader(name, value);
}
