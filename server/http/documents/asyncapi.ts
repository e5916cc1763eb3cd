import { createSchema } from 'zod-openapi';
import { z } from 'zod';
import { event } from '../../../core/contract/event.ts';
import { problem } from '../../../core/contract/problem.ts';
import { apiRoot } from '../../../core/contract/routes.ts';
import { position } from '../../../core/contract/scalars.ts';
import { clientAnswers, clientMessages, goodbyeReason, serverMessages } from '../../../core/contract/sockets.ts';

type Schemas = Record<string, unknown>;

const summaries: Record<keyof typeof clientMessages, string> = {
  subscribe: 'Hear what matches a filter, or the organisation’s own live subscriptions, from a position on.',
  unsubscribe: 'Stop a subscription.',
  received: 'This client has handled what this socket was sent up to there.',
  seen: 'A person has the warning on the screen.',
  acknowledge: 'Answer a warning.',
};

/** The AsyncAPI 3 document of Socket.IO and of the stream of events. @param url where the network is reached from outside */
export function asyncApiDocument(version: string, url: string): object {
  const { host, protocol } = new URL(url);
  const schemas: Schemas = {};
  const secure = protocol === 'https:';
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'Tocsin, live',
      version,
      description: 'What a reader of the log is told as it happens. A position that is kept is where one resumes.',
      license: { name: 'Apache-2.0' },
    },
    defaultContentType: 'application/json',
    servers: {
      socket: { host, protocol: secure ? 'wss' : 'ws', pathname: '/socket.io', description: 'Socket.IO, protocol 5.' },
      stream: { host, protocol: secure ? 'https' : 'http', description: 'Server-sent events.' },
    },
    channels: {
      socket: {
        address: '/',
        description:
          'The namespace `/`; the handshake bears `auth: { token }`. Each message of a client is acknowledged.',
        servers: [{ $ref: '#/servers/socket' }],
        messages: socketMessages(schemas),
      },
      stream: {
        address: `${apiRoot}/events`,
        description: 'With `Accept: text/event-stream`. Each id is a position; Last-Event-ID resumes.',
        servers: [{ $ref: '#/servers/stream' }],
        messages: streamMessages(schemas),
      },
    },
    operations: operationsOf(),
    components: { schemas },
  };
}

const serverPayloads: Record<string, z.ZodType> = { event, ...serverMessages };
const streamPayloads: Record<string, z.ZodType> = {
  event,
  'caught-up': z.object({ position }),
  position: z.object({ position }),
  goodbye: z.object({ reason: goodbyeReason }),
};

function operationsOf(): Record<string, object> {
  const sent = (channel: string, name: string): object => ({ $ref: `#/channels/${channel}/messages/${name}` });
  const asked = Object.keys(clientMessages).map((name) => [
    name,
    {
      action: 'receive',
      summary: summaries[name as keyof typeof clientMessages],
      channel: { $ref: '#/channels/socket' },
      messages: [sent('socket', name)],
      reply: { channel: { $ref: '#/channels/socket' }, messages: [sent('socket', `${name}.answer`)] },
    },
  ]);
  const sends = (channel: string, payloads: Record<string, z.ZodType>): object => ({
    action: 'send',
    summary: 'Events, where a replay met the live stream, where nothing was to be told, and why it ends.',
    channel: { $ref: `#/channels/${channel}` },
    messages: Object.keys(payloads).map((name) => sent(channel, name)),
  });
  return {
    ...Object.fromEntries(asked),
    tell: sends('socket', serverPayloads),
    stream: sends('stream', streamPayloads),
  };
}

function socketMessages(schemas: Schemas): Schemas {
  const asked = Object.entries(clientMessages).flatMap(([name, payload]) => {
    const answer = clientAnswers[name as keyof typeof clientAnswers].extend({ ok: z.literal(true) });
    const refusal = z.object({ ok: z.literal(false), problem });
    return [
      [name, message(name, payload, 'input', schemas)],
      [`${name}.answer`, message(`${name}.answer`, z.union([answer, refusal]), 'output', schemas)],
    ];
  });
  return { ...Object.fromEntries(asked), ...told(serverPayloads, schemas) };
}

function streamMessages(schemas: Schemas): Schemas {
  return told(streamPayloads, schemas);
}

function told(payloads: Record<string, z.ZodType>, schemas: Schemas): Schemas {
  return Object.fromEntries(
    Object.entries(payloads).map(([name, payload]) => [name, message(name, payload, 'output', schemas)]),
  );
}

function message(name: string, payload: z.ZodType, io: 'input' | 'output', schemas: Schemas): object {
  const { schema, components } = createSchema(payload, { io });
  Object.assign(schemas, components);
  return { name, payload: schema };
}
