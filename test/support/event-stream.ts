import { get, type IncomingMessage } from 'node:http';

/** One block of a stream of server-sent events. */
export interface StreamBlock {
  readonly event?: string;
  readonly id?: string;
  readonly data?: string;
  readonly retry?: string;
  readonly comment?: string;
}

export interface TestStream {
  readonly status: number | undefined;
  readonly headers: IncomingMessage['headers'];
  /** What has come so far. */
  readonly blocks: readonly StreamBlock[];
  readonly text: string;
  readonly ended: boolean;
  close(): void;
}

/** Opens a stream of server-sent events, or whatever is answered instead. */
export function openStream(
  url: string,
  token: string | undefined,
  headers: Record<string, string> = {},
): Promise<TestStream> {
  return new Promise((resolve, reject) => {
    const authorization = token === undefined ? {} : { authorization: `Bearer ${token}` };
    const asked = { ...authorization, accept: 'text/event-stream', ...headers };
    const request = get(url, { headers: asked, agent: false }, (response) => {
      const stream = {
        status: response.statusCode,
        headers: response.headers,
        text: '',
        ended: false,
        get blocks() {
          return this.text.split('\n\n').slice(0, -1).map(blockOf);
        },
        close: () => request.destroy(),
      };
      response.on('data', (chunk: Buffer) => (stream.text += chunk.toString()));
      response.on('end', () => (stream.ended = true));
      response.on('error', () => (stream.ended = true));
      resolve(stream);
    });
    request.on('error', reject);
  });
}

function blockOf(text: string): StreamBlock {
  const fields = text.split('\n').map((line) => {
    const colon = line.indexOf(':');
    return [colon === 0 ? 'comment' : line.slice(0, colon), line.slice(colon + 1).trim()];
  });
  return Object.fromEntries(fields) as StreamBlock;
}
