import type { Handlers } from '../call.ts';

export const healthRoutes: Handlers<'getHealth'> = {
  getHealth: async ({ caller }, { health }) => ({ status: 200, body: await health(caller) }),
};
