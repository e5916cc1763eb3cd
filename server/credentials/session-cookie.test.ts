import { describe, expect, test } from '@jest/globals';
import { openSessionCookie } from './session-cookie.ts';

const asked = (publicUrl: string, headers: Record<string, string>, method = 'POST'): boolean =>
  openSessionCookie({ publicUrl }).isOwn({ headers, method });

describe('on a network with TLS', () => {
  const publicUrl = 'https://tocsin.example';
  const host = 'tocsin.example';

  test.each([
    [true, { host, origin: 'https://tocsin.example' }],
    [false, { host, origin: 'http://tocsin.example' }],
    [false, { host: 'localhost:8480', origin: 'http://localhost:8480' }],
    [false, { host, origin: 'https://tocsin.example:8443' }],
    [false, { host, origin: 'https://evil.example' }],
    [false, { host, origin: 'null' }],
    [true, { host, 'sec-fetch-site': 'same-origin' }],
    [false, { host, 'sec-fetch-site': 'same-site' }],
    [false, { host }],
  ])('%s for a change with %j', (own, headers) => {
    expect(asked(publicUrl, headers as Record<string, string>)).toBe(own);
  });
});

describe('on a network without TLS', () => {
  test.each([
    [true, { host: '127.0.0.1:8480', origin: 'http://localhost:8480' }],
    [true, { host: '127.0.0.1:8480', origin: 'http://127.0.0.1:8480' }],
    [true, { host: '[::1]:8480', origin: 'http://[::1]:8480' }],
    [false, { host: '127.0.0.1:8480', origin: 'http://127.0.0.1:9000' }],
    // Whose name leads to this machine (DNS rebinding) is not of this machine.
    [false, { host: 'evil.example:8480', origin: 'http://evil.example:8480' }],
  ])('%s for a change with %j', (own, headers) => {
    expect(asked('http://localhost:8480', headers)).toBe(own);
  });
});
