import { spawn } from 'node:child_process';
import { chmod, chown, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { messageIdOf, type TakenMail } from './mail-server.ts';
import { freePort } from './ports.ts';
import { findPrograms } from './programs.ts';
import { until } from './until.ts';

/** What Postfix asks before it answers its client: of a recipient, of DATA, of a mail that it has whole. */
export interface Question {
  readonly recipient: string;
  readonly at: 'RCPT' | 'DATA' | 'END-OF-MESSAGE';
}

/** What it then does: go on, or answer so: `450 4.2.0 try later`. It waits for it as long as a slow filter would have it wait. */
export type Ruling = 'DUNNO' | `${number} ${string}`;

export interface Postfix {
  url: string;
  /** What it delivered, oldest first. */
  taken(): Promise<TakenMail[]>;
  /** Ends it in order and removes what it kept. */
  close(): Promise<void>;
}

/**
 * A Postfix of the test's own on a free loopback port, with its own configuration and queue. It takes mail for everybody and
 * delivers it into one maildir. @param rule asked at each step of a mail, as Postfix asks a policy server
 */
export async function startPostfix(
  rule: (asked: Question) => Ruling | Promise<Ruling> = () => 'DUNNO',
): Promise<Postfix> {
  const { path: master, remedy } = findPrograms(process.env).postfix;
  if (master === undefined) throw new Error(`Postfix is missing. ${remedy}`);
  const directory = await mkdtemp(path.join(tmpdir(), 'tocsin-postfix-'));
  const [port, policy] = [await freePort(), await startPolicy(rule)];
  await layOut(directory, settings(directory, path.dirname(master), (policy.address() as AddressInfo).port), port);
  // A group of its own: on SIGTERM it passes the signal on to the whole of it.
  const child = spawn(master, ['-d', '-c', path.join(directory, 'conf')], { detached: true, stdio: 'ignore' });
  const exited = new Promise<void>((resolve, reject) => {
    child.once('exit', () => resolve());
    child.once('error', reject);
  });
  const log = path.join(directory, 'log');
  const ended = exited.then(async () => {
    throw new Error(`Postfix ended while starting:\n${await readFile(log, 'utf8').catch(() => 'It logged nothing.')}`);
  });
  // Once it runs, its end is no failure of the start.
  ended.catch(() => undefined);
  const started = async (): Promise<boolean> => (await readFile(log, 'utf8')).includes('daemon started');
  await Promise.race([ended, until(started, { what: `Postfix on port ${port}` })]);
  return {
    url: `smtp://127.0.0.1:${port}`,
    taken: () => readMaildir(path.join(directory, 'mail', 'all', 'new')),
    async close() {
      child.kill('SIGTERM');
      await exited;
      await new Promise((resolve) => policy.close(resolve));
      await rm(directory, { recursive: true, force: true });
    },
  };
}

const settings = (directory: string, programs: string, policyPort: number): Record<string, string> => {
  const asking = `check_policy_service inet:127.0.0.1:${policyPort}`;
  return {
    compatibility_level: '3.6',
    queue_directory: path.join(directory, 'queue'),
    data_directory: path.join(directory, 'data'),
    daemon_directory: programs,
    maillog_file: path.join(directory, 'log'),
    maillog_file_prefixes: directory,
    myhostname: 'mx.example',
    mydestination: '',
    alias_maps: '',
    local_recipient_maps: '',
    inet_interfaces: '127.0.0.1',
    inet_protocols: 'ipv4',
    mynetworks: '127.0.0.0/8',
    // Everybody has the one maildir; whose a mail is stands in its Delivered-To.
    virtual_mailbox_domains: 'static:all',
    virtual_mailbox_base: path.join(directory, 'mail'),
    virtual_mailbox_maps: 'static:all/',
    smtpd_recipient_restrictions: `${asking}, permit_mynetworks, reject`,
    smtpd_data_restrictions: asking,
    smtpd_end_of_data_restrictions: asking,
    // Refusals come at once: its pause is for strangers who guess addresses.
    smtpd_error_sleep_time: '0',
  };
};

/** Just what receiving and delivering take: nothing leaves it, and nothing is sent by it. */
const services = (port: number): string => `127.0.0.1:${port} inet n - n - - smtpd
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
error unix - - n - - error
retry unix - - n - - error
proxymap unix - - n - - proxymap
virtual unix - n n - - virtual
anvil unix - - n - 1 anvil
postlog unix-dgram n - n - 1 postlogd
`;

const ownQueues = [
  'active',
  'bounce',
  'corrupt',
  'defer',
  'deferred',
  'hold',
  'incoming',
  'private',
  'public',
  'saved',
];
const rootsQueues = ['pid', 'maildrop', 'trace', 'flush'];

/** Lays its files out; what it writes belongs to the user whom its package made. */
async function layOut(directory: string, values: Record<string, string>, port: number): Promise<void> {
  const { uid, gid } = await ownerOf('postfix');
  const inIt = (...parts: string[]): string => path.join(directory, ...parts);
  // mkdtemp lets nobody else in.
  await chmod(directory, 0o755);
  for (const name of ['conf', 'queue']) await mkdir(inIt(name));
  for (const name of rootsQueues) await mkdir(inIt('queue', name));
  for (const name of [...ownQueues.map((queue) => `queue/${queue}`), 'data', 'mail']) {
    await mkdir(inIt(name));
    await chown(inIt(name), uid, gid);
  }
  const ids = { virtual_uid_maps: `static:${uid}`, virtual_gid_maps: `static:${gid}`, virtual_minimum_uid: '1' };
  const lines = Object.entries({ ...values, ...ids }).map(([name, value]) => `${name} = ${value}\n`);
  await writeFile(inIt('conf', 'main.cf'), lines.join(''));
  await writeFile(inIt('conf', 'master.cf'), services(port));
}

async function ownerOf(user: string): Promise<{ uid: number; gid: number }> {
  const line = (await readFile('/etc/passwd', 'utf8')).split('\n').find((one) => one.startsWith(`${user}:`));
  const [uid, gid] = (line ?? '').split(':').slice(2, 4).map(Number);
  if (!uid || !gid) throw new Error(`There is no user ${user}: Postfix is not installed whole.`);
  return { uid, gid };
}

/** Postfix's policy protocol: lines of `name=value`, an empty one, and the answer as `action=…` and an empty line. */
async function startPolicy(rule: (asked: Question) => Ruling | Promise<Ruling>): Promise<Server> {
  const server = createServer((socket) => {
    let heard = '';
    const answer = async (question: string): Promise<void> => {
      const said = new Map(question.split('\n').map((line) => line.split(/=(.*)/s) as [string, string]));
      const asked = { recipient: said.get('recipient') ?? '', at: said.get('protocol_state') as Question['at'] };
      const action = await rule(asked);
      if (socket.writable) socket.write(`action=${action}\n\n`);
    };
    socket.on('error', () => undefined);
    socket.on('data', (chunk: Buffer) => {
      const whole = `${heard}${chunk.toString()}`.split('\n\n');
      heard = whole.pop() ?? '';
      for (const question of whole) void answer(question);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

async function readMaildir(folder: string): Promise<TakenMail[]> {
  const names = await readdir(folder).catch(() => []);
  const mails = await Promise.all(
    names.map(async (name) => {
      const file = path.join(folder, name);
      const [{ mtimeMs }, text] = [await stat(file), await readFile(file, 'latin1')];
      const raw = Buffer.from(text.replace(/\r?\n/g, '\r\n'), 'latin1');
      const to = /^Delivered-To: (.*)$/m.exec(text)?.[1] ?? '';
      return { at: mtimeMs, mail: { to, messageId: messageIdOf(raw), raw } };
    }),
  );
  return mails.toSorted((one, other) => one.at - other.at).map(({ mail }) => mail);
}
