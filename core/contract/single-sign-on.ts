import { z } from 'zod';
import { emailAddress, instant, oneLine, uuid, webAddress } from './scalars.ts';
import { faultSentences } from './sentences.ts';

/** How an organisation signs its people in by its own identity provider, whose secret is never answered. */
export const singleSignOn = z
  .object({
    redirectUri: z.string().meta({ description: 'What the provider has to allow.' }),
    provider: z
      .object({ issuer: z.string(), clientId: z.string(), enforced: z.boolean(), updatedAt: instant })
      .nullable(),
  })
  .meta({ id: 'SingleSignOn' });

export const singleSignOnRequest = z
  .strictObject({
    issuer: webAddress,
    clientId: oneLine(1, 200),
    /** Left out: the one that is kept. */
    clientSecret: oneLine(1, 500).optional(),
    enforced: z.boolean(),
  })
  .meta({ id: 'SingleSignOnRequest' });

export const domainName = z
  .string()
  .max(253)
  .toLowerCase()
  .regex(/^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/, faultSentences.domain);

export const domain = z
  .object({
    id: uuid,
    name: z.string(),
    /** The TXT record that proves it. */
    record: z.object({ name: z.string(), value: z.string() }),
    verifiedAt: instant.nullable(),
  })
  .meta({ id: 'Domain' });

export const domainRequest = z.strictObject({ name: domainName }).meta({ id: 'DomainRequest' });

export const singleSignOnStart = z.strictObject({ address: emailAddress }).meta({ id: 'SingleSignOnStart' });

export type SingleSignOn = z.infer<typeof singleSignOn>;
export type Domain = z.infer<typeof domain>;
