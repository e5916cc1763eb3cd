import type { Handlers, Services } from '../call.ts';
import { asyncApiDocument } from '../documents/asyncapi.ts';
import { openApiDocument } from '../documents/openapi.ts';

type Compose = (version: string, url: string) => object;

/** Composed at the first request and kept: the contract does not change while a process runs. */
function composedOnce(compose: Compose): (services: Services) => object {
  const composed = new WeakMap<Services, object>();
  return (services) => {
    const document = composed.get(services) ?? compose(services.version, services.address.publicUrl);
    composed.set(services, document);
    return document;
  };
}

const openApi = composedOnce(openApiDocument);
const asyncApi = composedOnce(asyncApiDocument);

export const documentRoutes: Handlers<'getOpenApi' | 'getAsyncApi'> = {
  getOpenApi: (_, services) => ({ status: 200, body: openApi(services) }),
  getAsyncApi: (_, services) => ({ status: 200, body: asyncApi(services) }),
};
