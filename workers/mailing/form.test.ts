import { expect, test } from '@jest/globals';
import { simpleParser } from 'mailparser';
import { formOf, standIns, type Blanks } from './form.ts';

const sender = { name: 'Δίκτυο', address: 'alarm@tocsin.example' };
const link = (token: string): string => `https://tocsin.example/mail/${token}`;
/** As long as they are, quoted-printable breaks links and text at another place in each. */
const said = `Ειδοποιήσεις ${'και άλλα '.repeat(30)}\n${link(standIns.preferences)}\n\n--\n… ${link(standIns.unsubscribe)}`;
const mail = {
  to: standIns.to,
  messageId: standIns.messageId,
  thread: null,
  list: '<warnings.tocsin.example>',
  subject: '[TLP:CLEAR] Ειδοποιήσεις',
  text: said,
  html: `<!doctype html><p>${said}</p><a href="${link(standIns.preferences)}">…</a>`,
  unsubscribeUrl: link(standIns.unsubscribe),
  unsubscribeAddress: standIns.unsubscribeAddress,
};
const blanks = (letter: string): Blanks => ({
  to: `${letter}@reader.example`,
  messageId: `<${letter.repeat(40)}@tocsin.example>`,
  preferences: letter.repeat(80),
  unsubscribe: letter.repeat(72),
  unsubscribeAddress: `bounces+${letter}@tocsin.example`,
});

test('what is encoded once reads for each as if it had been written for them alone', async () => {
  const form = await formOf(mail, sender);
  for (const letter of ['a', '0']) {
    const own = blanks(letter);
    const raw = form.filled(own);
    expect(Math.max(...raw.split('\r\n').map(({ length }) => length))).toBeLessThanOrEqual(200);
    const came = await simpleParser(raw);
    const filled = (text: string): string =>
      text.replaceAll(standIns.preferences, own.preferences).replaceAll(standIns.unsubscribe, own.unsubscribe);
    expect(came.text?.trim()).toBe(filled(said).trim());
    expect(came.html).toBe(filled(mail.html));
    expect([came.subject, came.messageId]).toEqual([mail.subject, own.messageId]);
    expect(came.to).toMatchObject({ value: [{ address: own.to }] });
    expect(came.date && Math.abs(came.date.getTime() - Date.now()) < 60_000).toBe(true);
    for (const standIn of Object.values(standIns)) expect(raw.replaceAll('=\r\n', '')).not.toContain(standIn);
  }
});

test('a mail that has no place for its own links is not written', async () => {
  await expect(formOf({ ...mail, text: 'Nothing.', html: '<p>Nothing.</p>' }, sender)).rejects.toThrow(
    'has no place for its preferences',
  );
});
