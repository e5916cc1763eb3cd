import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startTestServer, type TestServer } from '../../test/support/server.ts';

let at: TestServer;

beforeAll(async () => {
  at = await startTestServer({ csos: ['Amal'] });
});
afterAll(() => at.close());

const address = 'ida@reader.example';

test.each([
  [
    'POST /mail-subscribers',
    { address, rhythm: { type: 'daily', hour: 8 }, timeZone: 'Europe/Berlin', language: 'de' },
    'nobody answers for what it mails to people outside it',
  ],
  [
    'POST /applications',
    {
      organisation: 'Neue Initiative e.V.',
      kind: 'cso',
      legalForm: 'e.V.',
      countries: ['DE'],
      languages: ['de'],
      grounds: ['antisemitism'],
      trustedFlagger: null,
      purpose: 'We watch.',
      contact: { name: 'Ida', address },
      language: 'de',
    },
    'nobody could decide on an application',
  ],
])('%s says what is missing for it where the network has no coordinator', async (call, body, lacking) => {
  const { status, body: problem } = await at.ask(null, call, { body });
  expect([status, problem.detail]).toEqual([
    503,
    `This network has no coordinator at present, so ${lacking}. Try again later.`,
  ]);
});
