import { composeDigest, type Digest } from '../domain/digest.ts';
import { loadDigestMaterial, type DigestRange } from './digest-material.ts';
import type { Queryable } from './unit.ts';

/** Composes each part of the log once for all who may have the same of it and ask for the same. */
export interface Compositions {
  material(range: DigestRange): ReturnType<typeof loadDigestMaterial>;
  compose(
    range: DigestRange,
    reader: Parameters<typeof composeDigest>[1],
    filter: Parameters<typeof composeDigest>[2],
  ): Promise<Digest | null>;
}

export function openCompositions(sql: Queryable): Compositions {
  const materials = new Map<string, ReturnType<typeof loadDigestMaterial>>();
  const digests = new Map<string, Digest | null>();
  const material: Compositions['material'] = (range) => {
    const name = `${range.after} ${range.upTo} ${range.until}`;
    const loaded = materials.get(name) ?? loadDigestMaterial(sql, range);
    materials.set(name, loaded);
    return loaded;
  };
  return {
    material,
    async compose(range, reader, filter) {
      const vouchers = reader.vouchers.map(({ organisationId, clearance }) => [organisationId, clearance]);
      const name = JSON.stringify([range.after, range.upTo, range.until, vouchers, filter]);
      const known = digests.get(name);
      if (known !== undefined) return known;
      const digest = composeDigest(await material(range), reader, filter);
      digests.set(name, digest);
      return digest;
    },
  };
}
