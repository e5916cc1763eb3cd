import { answerLinkOperations } from './answer-link-routes.ts';
import { applicationOperations } from './application-routes.ts';
import { auditOperations } from './audit-routes.ts';
import { countryOperations } from './country-routes.ts';
import { deliveryOperations } from './delivery-routes.ts';
import { factorOperations } from './factor-routes.ts';
import { healthOperations } from './health-routes.ts';
import { horizonOperations } from './horizon-routes.ts';
import { mailSubscriberOperations } from './mail-subscriber-routes.ts';
import { memberOperations } from './member-routes.ts';
import { networkOperations } from './network-routes.ts';
import { keyOperations } from './key-routes.ts';
import type { Operation } from './operation.ts';
import { signInOperations } from './sign-in-routes.ts';
import { singleSignOnOperations } from './single-sign-on-routes.ts';
import { statisticsOperations } from './statistics-routes.ts';
import { warningOperations } from './warning-routes.ts';

/** Every HTTP call of the contract. */
export const operations = {
  ...warningOperations,
  ...countryOperations,
  ...answerLinkOperations,
  ...horizonOperations,
  ...networkOperations,
  ...keyOperations,
  ...signInOperations,
  ...auditOperations,
  ...factorOperations,
  ...memberOperations,
  ...applicationOperations,
  ...singleSignOnOperations,
  ...mailSubscriberOperations,
  ...deliveryOperations,
  ...healthOperations,
  ...statisticsOperations,
} as const satisfies Record<string, Operation>;

export type OperationId = keyof typeof operations;

/** Where the calls live. */
export const apiRoot = '/api/v1';

/** Seen as plain operations, so that one loop serves all of them. */
export function operation(id: OperationId): Operation {
  return operations[id];
}
