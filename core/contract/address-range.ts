import ipaddr from 'ipaddr.js';
import { z } from 'zod';
import { faultSentences as said, filled } from './sentences.ts';

type Range = [network: ipaddr.IPv4 | ipaddr.IPv6, bits: number];

/** An address or a range of addresses, kept as `network/bits`: IPv4, or IPv6 as RFC 5952 writes it. */
export const addressRange = z
  .string()
  .max(100)
  .superRefine((text, context) => {
    const message = refusalOf(text);
    if (message !== undefined) context.addIssue({ code: 'custom', message });
  })
  .overwrite((text) => {
    const range = parsed(text);
    return range ? written(range) : text;
  })
  .meta({ description: 'A range of IP addresses (CIDR), or one address.', example: '192.0.2.0/24' });

/**
 * Whether an address lies within any of these ranges. IPv4 counts as itself also where it is written as IPv6; what is no
 * address lies nowhere.
 */
export function openRanges(ranges: readonly string[]): (address: string) => boolean {
  const known = ranges.flatMap((text) => {
    const range = parsed(text);
    return range ? [range] : [];
  });
  return (address) => {
    const one = parsed(address)?.[0];
    return (
      one !== undefined && known.some(([network, bits]) => network.kind() === one.kind() && one.match(network, bits))
    );
  };
}

function refusalOf(text: string): string | undefined {
  const range = parsed(text);
  if (!range) return said.range;
  const [network, bits] = range;
  const first = firstOf(range);
  if (first.toString() === network.toString()) return undefined;
  return filled(said.rangeBits, { bits, range: written([first, bits]) });
}

/** undefined: it is none. Shortened, octal and hexadecimal forms of IPv4 mean different things to different readers; zones are local. */
function parsed(text: string): Range | undefined {
  const [, address = '', bits] = /^([0-9A-Fa-f:.]+)(?:\/(\d{1,3}))?$/.exec(text) ?? [];
  const isFour = ipaddr.IPv4.isValidFourPartDecimal(address) && !/(^|\.)0\d/.test(address);
  if (!isFour && !ipaddr.IPv6.isValid(address)) return undefined;
  const one = ipaddr.parse(address);
  const most = one.kind() === 'ipv4' ? 32 : 128;
  const length = bits === undefined ? most : Number(bits);
  if (length > most) return undefined;
  const mapped = 'isIPv4MappedAddress' in one && one.isIPv4MappedAddress() && length >= 96;
  return mapped ? [one.toIPv4Address(), length - 96] : [one, length];
}

function firstOf([network, bits]: Range): Range[0] {
  const bytes = network.toByteArray().map((byte, index) => byte & ~(255 >> Math.min(8, Math.max(0, bits - index * 8))));
  return ipaddr.fromByteArray(bytes);
}

function written([network, bits]: Range): string {
  return `${'toRFC5952String' in network ? network.toRFC5952String() : network.toString()}/${bits}`;
}
