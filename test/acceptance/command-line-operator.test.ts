import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Application } from '../../core/contract/application.ts';
import { apply, confirmApplication } from '../../core/store/commands/application.ts';
import { raiseWarning } from '../../core/store/commands/raise.ts';
import { openStore, type Store } from '../../core/store/store.ts';
import { createDatabase } from '../support/database.ts';
import { createNetwork, type TestNetwork } from '../support/network.ts';
import { paste, ran } from '../support/shell.ts';
import { aRaise } from '../support/warnings.ts';

const minutes = 60_000;
let database: Awaited<ReturnType<typeof createDatabase>>;
let store: Store;
let network: TestNetwork;

beforeAll(async () => {
  database = await createDatabase();
  store = await openStore({ databaseUrl: database.url, name: 'test', log: () => undefined });
  network = await createNetwork(store, { csos: ['Amal', 'Hijacked'], coordinator: 'Hub' });
}, minutes);

afterAll(async () => {
  await store.close();
  await database.drop();
});

const tocsin = (words: string): Promise<string> => ran(`node cli/tocsin.js ${words}`, { DATABASE_URL: database.url });

async function asked<T>(words: string): Promise<T> {
  return JSON.parse(await tocsin(`${words} --json`)) as T;
}

async function failed(words: string): Promise<{ code: number | null; said: string }> {
  const { output, exited } = paste(`node cli/tocsin.js ${words}`, { DATABASE_URL: database.url });
  return { code: await exited, said: output.join('\n') };
}

/** What mails of a kind to an address are to say, oldest first. */
async function mails(kind: string, address: string): Promise<Record<string, string>[]> {
  const { rows } = await store.sql.query<{ content: string }>(
    'SELECT content FROM delivery WHERE kind = $1 AND recipient = $2 ORDER BY created_at, id',
    [kind, address],
  );
  return rows.map(({ content }) => JSON.parse(content) as Record<string, string>);
}

/** An application whose contact confirmed it. */
async function applied(organisation: string, address: string): Promise<void> {
  const form = {
    organisation,
    legalForm: 'e.V.',
    countries: ['DE'],
    languages: ['de'],
    grounds: [],
    purpose: 'To warn.',
  };
  await store.writer.run(apply({ ...form, kind: 'cso', contact: { name: 'Ida Berg', address } }));
  const [mail] = await mails('application', address);
  await store.writer.run(confirmApplication(mail?.['token'] ?? ''));
}

test(
  'people are invited, changed and removed, and the last owner stays',
  async () => {
    const invitation = await asked('member invite Amal --address new@amal.example --role owner --language de');
    expect(invitation).toMatchObject({ address: 'new@amal.example', role: 'owner', language: 'de', invitedBy: null });
    expect(await mails('invitation', 'new@amal.example')).toHaveLength(1);

    await tocsin('member add Amal --name "Ada Lind" --address ada@amal.example --role viewer');
    const again = await failed('member invite Amal --address ada@amal.example --role viewer');
    expect(again).toMatchObject({ code: 1, said: expect.stringContaining('is the address of a member already') });
    expect(await tocsin('member change Amal ADA@amal.example --role owner --red')).toContain('Ada Lind is owner');
    expect(await mails('member-changed', 'ada@amal.example')).toEqual([{ change: 'role', role: 'owner' }]);
    const changed = await asked('member change Amal ada@amal.example --role manager --no-red --team Amal');
    expect(changed).toMatchObject({ role: 'manager', red: false, teams: [network.of('Amal').team.id] });
    expect(await asked('member change Amal ada@amal.example --every-team')).toMatchObject({ teams: [] });

    const { owner } = network.of('Amal');
    const last = await failed(`member change Amal ${owner.id} --role viewer`);
    expect(last).toMatchObject({ code: 1, said: expect.stringContaining('Make somebody else one first') });
    const unasked = await failed('member remove Amal ada@amal.example');
    expect(unasked).toMatchObject({ code: 1, said: expect.stringContaining('say --yes to go on') });
    expect(await tocsin('member list Amal')).toContain('ada@amal.example');
    expect(await tocsin('member remove Amal ada@amal.example --yes')).toBe('Removed Ada Lind.');
    expect(await tocsin('member list Amal')).not.toContain('ada@amal.example');
  },
  2 * minutes,
);

test(
  'applications are listed, shown, asked about, admitted and refused, each once',
  async () => {
    await applied('Neue Initiative', 'ida@initiative.example');
    await applied('Other', 'ida@other.example');
    expect(await tocsin('application list --state open')).toMatch(/Other .*open\n.*Neue Initiative .*open$/);
    await tocsin('application ask "neue initiative" --text "Who funds you?"');
    expect(await mails('application', 'ida@initiative.example')).toMatchObject([{}, { news: 'asked' }]);
    const shown = await tocsin('application show "Neue Initiative"');
    expect(shown).toMatch(/State: +asked\n/);
    expect(shown).toMatch(/the coordinator:\nWho funds you\?$/);

    const admit = 'application admit "Neue Initiative" --name Initiative --clearance TLP:AMBER --no-raise-limits';
    expect(await failed(admit)).toMatchObject({ code: 1, said: expect.stringContaining('say --yes to go on') });
    expect(await asked<Application>(`${admit} --yes`)).toMatchObject({ state: 'admitted' });
    const organisations = await asked<{ name: string }[]>('org list');
    expect(organisations.find(({ name }) => name === 'Initiative')).toMatchObject({
      clearance: 'TLP:AMBER',
      listed: true,
      raiseLimits: null,
    });
    expect(await mails('invitation', 'ida@initiative.example')).toHaveLength(1);

    expect(await tocsin('application refuse Other --reason "Out of scope" --yes')).toBe('Refused Other.');
    const decided = await failed('application refuse Other --reason again --yes');
    expect(decided).toMatchObject({ code: 1, said: expect.stringContaining('The application is refused') });
  },
  2 * minutes,
);

test(
  'an organisation that is not itself is braked, its warnings are called off, and it is released',
  async () => {
    const { caller } = network.of('Hijacked');
    const {
      snapshot: { id: named },
    } = await store.writer.run(raiseWarning(caller, aRaise()));
    const {
      snapshot: { id: withheld },
    } = await store.writer.run(raiseWarning(caller, aRaise({ withholdIssuer: true })));
    expect(await tocsin('org brake Hijacked --reason Flood')).toContain('Hijacked is braked');
    expect(await tocsin('org list')).toMatch(/Hijacked .*listed, braked/);
    await expect(store.writer.run(raiseWarning(caller, aRaise()))).rejects.toThrow('put a brake on Hijacked');

    const retract = 'org retract Hijacked --reason "Its key leaked."';
    expect(await failed(retract)).toMatchObject({ code: 1, said: expect.stringContaining('say --yes to go on') });
    expect(await asked(`${retract} --yes`)).toEqual({ warnings: [named], withheldLeft: 1 });
    const rest = `${retract} --withheld --suspend --yes`;
    expect(await asked(rest)).toEqual({ warnings: [withheld], withheldLeft: 0 });
    expect(await tocsin('org list')).toMatch(/Hijacked .*suspended, braked/);
    await tocsin('org resume Hijacked');
    expect(await tocsin('org release Hijacked')).toContain('Hijacked is released');
    await store.writer.run(raiseWarning(caller, aRaise()));
    expect(await tocsin('audit verify')).toContain('whole');
  },
  2 * minutes,
);

test.each([
  ['a change of nothing', 'member change Amal x', 1, 'Say what to change: --role'],
  [
    'a member that there is none of',
    'member remove Amal nobody@amal.example --yes',
    1,
    '`tocsin member list` names them',
  ],
  ['an application that there is none of', 'application show Nobody', 1, '`tocsin application list` names'],
  ['an address that is none', 'member invite Amal --address nowhere --role viewer', 2, '/address'],
  ['a brake without a reason', 'org brake Amal', 2, '--reason'],
])('%s: exit code and a sentence', async (_what, words, expected, sentence) => {
  const { code, said } = await failed(words);
  expect(said).toContain(sentence);
  expect(code).toBe(expected);
});
