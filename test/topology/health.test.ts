import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';

const program = fileURLToPath(new URL('../../cli/health.mjs', import.meta.url));
let server: Server;
let port: number;

beforeAll(async () => {
  server = createServer((request, response) => {
    response.statusCode = request.url === '/readyz' ? 200 : 503;
    response.end('the log tail is behind');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  ({ port } = server.address() as AddressInfo);
});

afterAll(async () => {
  server.close();
  await once(server, 'close');
});

/** Runs the containers' health check to its end. */
async function runCheck(args: string[], environment: NodeJS.ProcessEnv = {}) {
  const child = spawn(process.execPath, [program, ...args], { env: { ...process.env, ...environment } });
  let complaint = '';
  child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number];
  return { code, complaint };
}

test('asks /readyz on PORT by itself', async () => {
  expect(await runCheck([], { PORT: String(port) })).toEqual({ code: 0, complaint: '' });
});

test('fails, with the answer, where the answer is not well', async () => {
  const { code, complaint } = await runCheck(['/healthz', String(port)]);
  expect(code).toBe(1);
  expect(complaint).toContain('/healthz answers 503: the log tail is behind');
});

test('fails where nobody answers', async () => {
  const { code, complaint } = await runCheck(['/readyz', '1']);
  expect(code).toBe(1);
  expect(complaint).toContain('Nothing answers on port 1');
});
