import type { IncomingMessage } from 'node:http';
import proxyAddress from 'proxy-addr';

/** Where requests come from: one rule for HTTP and for the handshakes of sockets. */
export interface Addresses {
  /** Whose word about where a request comes from counts; as Express takes it. */
  readonly trust: (address: string, hop: number) => boolean;
  /** The address that a request comes from, past the proxies that are trusted. */
  of(request: IncomingMessage): string;
}

/** @param trustedProxies addresses and ranges whose X-Forwarded-For is believed */
export function openAddresses(trustedProxies: readonly string[]): Addresses {
  const trust = proxyAddress.compile([...trustedProxies]);
  return {
    trust,
    // A connection that is lost has no address any more, and proxy-addr says nothing of that.
    of: (request) => proxyAddress(request, trust) || 'unknown',
  };
}
