import { createSocket } from 'node:dgram';
import dns2 from 'dns2';

export interface NameServer {
  /** TXT records by name, lower case. */
  readonly txt: Map<string, string>;
  /** Names that it does not answer for: SERVFAIL, as where nobody can be asked who knows. */
  readonly failing: Set<string>;
  /** For TOCSIN_DNS_SERVERS. */
  readonly address: string;
  close(): void;
}

/** A name server of the test's own, over UDP on loopback. */
export async function startNameServer(): Promise<NameServer> {
  const txt = new Map<string, string>();
  const failing = new Set<string>();
  const socket = createSocket('udp4');
  socket.on('message', (message, from) => {
    const request = dns2.Packet.parse(message);
    const response = dns2.Packet.createResponseFromRequest(request);
    const [question] = request.questions;
    const serverFailure = 2;
    if (question && failing.has(question.name.toLowerCase())) response.header.rcode = serverFailure;
    const found = question && txt.get(question.name.toLowerCase());
    if (question && found !== undefined) {
      response.answers.push({
        name: question.name,
        type: dns2.Packet.TYPE.TXT,
        class: dns2.Packet.CLASS.IN,
        ttl: 1,
        data: found,
      } as never);
    }
    socket.send(response.toBuffer(), from.port, from.address);
  });
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve));
  return { txt, failing, address: `127.0.0.1:${socket.address().port}`, close: () => socket.close() };
}
