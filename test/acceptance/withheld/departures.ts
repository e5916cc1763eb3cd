import { simpleParser } from 'mailparser';
import { WebSocket } from 'ws';
import type { TestMail } from '../../support/mail-server.ts';
import type { TestServer } from '../../support/server.ts';

/** A way by which something leaves the system. */
export type Way =
  | 'an answer'
  | 'a refusal'
  | 'a repeated answer'
  | 'an export'
  | 'a frame'
  | 'a stream'
  | 'a mail as sent'
  | 'a mail as read'
  | 'metrics'
  | 'documents';

export interface Answer {
  readonly status: number;
  // oxlint-disable-next-line typescript/no-explicit-any -- whatever came
  readonly body: any;
  /** Headers and body, as they came. */
  readonly text: string;
}

/** Keeps all that leaves the system for some, and searches it. */
export class Departures {
  readonly #at: TestServer;
  readonly #outsiders: readonly string[];
  readonly #left: { readonly way: Way; readonly where: string; readonly text: string }[] = [];
  readonly #sockets: WebSocket[] = [];

  constructor(at: TestServer, outsiders: readonly string[]) {
    this.#at = at;
    this.#outsiders = outsiders;
  }

  get count(): number {
    return this.#left.length;
  }

  keep(way: Way, where: string, text: string): void {
    this.#left.push({ way, where, text });
  }

  /** Asks as the console's and strangers' clients do, and keeps what was answered to outsiders, headers and all. */
  async ask(name: string, call: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    const [method = '', path = ''] = call.split(' ');
    const credential = 'cookie' in headers ? {} : { authorization: `Bearer ${this.#at.network.of(name).token}` };
    const type = body === undefined ? {} : { 'content-type': 'application/json' };
    const response = await fetch(`${this.#at.server.url}${path.startsWith('//') ? path.slice(1) : `/api/v1${path}`}`, {
      method,
      headers: { ...credential, ...type, ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const sent = await response.text();
    if (response.status >= 500)
      throw new Error(`${call} was answered ${response.status}: the search would miss what it says.`);
    const text = `${JSON.stringify([...response.headers])}\n${sent}`;
    if (this.#outsiders.includes(name)) this.keep(wayOf(response), `${name}: ${call} ${response.status}`, text);
    const isJson = (response.headers.get('content-type') ?? '').split(';')[0]?.endsWith('json') === true;
    return { status: response.status, body: isJson && sent !== '' ? JSON.parse(sent) : undefined, text };
  }

  /** A socket that keeps every frame as it came; resolves once it has read the log from its start. */
  async listen(name: string): Promise<void> {
    const socket = new WebSocket(`${this.#at.server.url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`);
    this.#sockets.push(socket);
    const { token } = this.#at.network.of(name);
    const filter = { statuses: ['actual', 'exercise', 'test'] };
    await new Promise<void>((resolve) => {
      socket.on('message', (data: Buffer) => {
        const text = data.toString();
        this.keep('a frame', `to ${name}`, text);
        if (text === '2') socket.send('3');
        else if (text.startsWith('0')) socket.send(`40${JSON.stringify({ token })}`);
        else if (text.startsWith('40')) socket.send(`420${JSON.stringify(['subscribe', { filter, after: 'start' }])}`);
        else if (text.includes('"caught-up"')) resolve();
      });
    });
  }

  /** Keeps the mails that went to others than these: as they were sent, and as a mail program shows them. */
  async keepMails(mail: TestMail, but: ReadonlySet<string>): Promise<void> {
    for (const { id, to } of mail.received()) {
      if (to.some((address) => but.has(address))) continue;
      const raw = mail.raw(id);
      // Lines of quoted-printable are joined again, as mail programs do.
      this.keep('a mail as sent', `to ${to.join()}`, raw.toString('latin1').replaceAll(/=\r?\n/g, ''));
      const { headers, text, html, attachments } = await simpleParser(raw);
      const files = attachments.map(({ filename, content }) => [filename, content.toString()]);
      this.keep('a mail as read', `to ${to.join()}`, JSON.stringify([[...headers], text, html, files]));
    }
  }

  /** Where one of these traces was found, of all that left. */
  found(traces: readonly string[]): { way: Way; where: string }[] {
    return this.#left.flatMap(({ way, where, text }) => {
      const searched = text.toLowerCase();
      const trace = traces.find((one) => searched.includes(one));
      return trace === undefined ? [] : [{ way, where: `${where}: ${trace}` }];
    });
  }

  close(): void {
    for (const socket of this.#sockets) socket.terminate();
  }
}

function wayOf({ status, headers }: Response): Way {
  if (headers.get('idempotency-replayed') !== null) return 'a repeated answer';
  if (headers.get('content-disposition') !== null) return 'an export';
  return status >= 400 ? 'a refusal' : 'an answer';
}

/** Everything by which somebody could tell who an organisation is, in the forms that leave systems. */
export function tracesOf(at: TestServer, name: string, more: readonly string[]): string[] {
  const { organisation, owner, team, key, token } = at.network.of(name);
  const own = [organisation.id, owner.id, owner.name, owner.address, team.id, key.id, key.prefix, token];
  return [name, ...own, ...more].flatMap((trace) => [
    trace.toLowerCase(),
    encodeURIComponent(trace).toLowerCase(),
    trace.replaceAll('-', '').toLowerCase(),
    Buffer.from(trace).toString('base64').replace(/=+$/, '').toLowerCase(),
    Buffer.from(trace).toString('hex'),
  ]);
}
