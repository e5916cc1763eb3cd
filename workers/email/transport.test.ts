import { describe, expect, test } from '@jest/globals';
import { openTransport, verdictOn } from './transport.ts';

const error = (facts: object, message = 'What the server said'): Error => Object.assign(new Error(message), facts);

describe('what an SMTP error means for the mail', () => {
  test.each([
    [{ code: 'EENVELOPE', responseCode: 550, command: 'RCPT TO' }, 'failed', 'refused'],
    [{ code: 'EMESSAGE', responseCode: 554, command: 'DATA' }, 'failed', 'refused'],
    [{ code: 'EENVELOPE', responseCode: 450, command: 'RCPT TO' }, 'retry', 'try-later'],
    [{ code: 'EMESSAGE', responseCode: 452, command: 'DATA' }, 'retry', 'try-later'],
    [{ code: 'EENVELOPE', command: 'API' }, 'failed', 'bad-address'],
    // Our own login, or a server that takes nobody: no judgement on the mail.
    [{ code: 'EAUTH', responseCode: 535, command: 'AUTH PLAIN' }, 'retry', 'try-later'],
    [{ code: 'EPROTOCOL', responseCode: 554, command: 'CONN' }, 'retry', 'try-later'],
    [{ code: 'ESOCKET', originalCode: 'ECONNREFUSED' }, 'retry', 'unreachable'],
    [{ code: 'EDNS' }, 'retry', 'unreachable'],
    [{ code: 'ETIMEDOUT', timeoutType: 'CONNECTION_TIMEOUT' }, 'retry', 'unreachable'],
    [{ code: 'ETIMEDOUT', timeoutType: 'SOCKET_TIMEOUT' }, 'retry', 'unknown-outcome'],
    [{ code: 'ECONNECTION' }, 'retry', 'unknown-outcome'],
    [{ code: 'EABORT' }, 'retry', 'unknown-outcome'],
  ])('%j: %s, %s', (facts, outcome, reason) => {
    expect(verdictOn(error(facts))).toEqual({ outcome, reason, answer: 'What the server said' });
  });
});

test.each(['a@example.org, b@example.org', 'a@example.org\r\nRCPT TO:<evil@example.org>', '<a@example.org>', 'nobody'])(
  'an address that is not one is refused before any server is asked: %j',
  async (to) => {
    const transport = openTransport({
      url: 'smtp://127.0.0.1:9',
      from: { name: 'T', address: 't@example.org' },
      dkim: null,
      log: { info: () => {}, warn: () => {}, error: () => {} },
    });
    const mail = {
      to,
      messageId: '<a@b>',
      thread: null,
      list: null,
      unsubscribeUrl: null,
      unsubscribeAddress: null,
      returnAddress: 't@example.org',
      subject: 's',
      text: 't',
      html: 'h',
    };
    const verdict = await transport.send(mail, new AbortController().signal);
    expect(verdict).toMatchObject({ outcome: 'failed', reason: 'bad-address' });
    transport.close();
  },
);
