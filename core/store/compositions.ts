import { composeDigest, type Digest } from '../domain/digest.ts';
import { loadDigestMaterial, type DigestRange } from './digest-material.ts';
import { Recent } from './recent.ts';
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

/** Parts of the log, and digests, that are kept at once. */
const most = { materials: 100, digests: 1_000 };

export function openCompositions(sql: Queryable): Compositions {
  const materials = new Recent<ReturnType<typeof loadDigestMaterial>>(most.materials);
  const digests = new Recent<Promise<Digest | null>>(most.digests);
  const material: Compositions['material'] = (range) =>
    materials.answer(`${range.after} ${range.upTo} ${range.until}`, () => loadDigestMaterial(sql, range));
  return {
    material,
    compose(range, reader, filter) {
      const vouchers = reader.vouchers.map(({ organisationId, clearance }) => [organisationId, clearance]);
      const name = JSON.stringify([range.after, range.upTo, range.until, vouchers, filter]);
      return digests.answer(name, async () => composeDigest(await material(range), reader, filter));
    },
  };
}
