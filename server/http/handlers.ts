import type { OperationId } from '../../core/contract/routes.ts';
import type { Handlers } from './call.ts';
import { acknowledgementRoutes } from './routes/acknowledgements.ts';
import { answerLinkRoutes } from './routes/answer-links.ts';
import { auditRoutes } from './routes/audit.ts';
import { applicationRoutes } from './routes/applications.ts';
import { commentRoutes } from './routes/comments.ts';
import { corroborationRoutes } from './routes/corroborations.ts';
import { countryRoutes } from './routes/countries.ts';
import { deliveryRoutes } from './routes/deliveries.ts';
import { documentRoutes } from './routes/documents.ts';
import { policyRoutes } from './routes/escalation-policy.ts';
import { eventRoutes } from './routes/events.ts';
import { keyRoutes } from './routes/keys.ts';
import { healthRoutes } from './routes/health.ts';
import { factorRoutes } from './routes/factors.ts';
import { matchRoutes } from './routes/matches.ts';
import { calendarRoutes } from './routes/calendars.ts';
import { horizonRoutes } from './routes/horizon.ts';
import { mailSubscriberRoutes } from './routes/mail-subscribers.ts';
import { invitationRoutes, memberRoutes, ownOrganisationRoutes } from './routes/members.ts';
import { ownMailRoutes } from './routes/own-mail.ts';
import { networkRoutes } from './routes/network.ts';
import { organisationRoutes } from './routes/organisations.ts';
import { previewRoutes } from './routes/preview.ts';
import { signInRoutes } from './routes/sign-in.ts';
import { singleSignOnRoutes } from './routes/single-sign-on.ts';
import { statisticsRoutes } from './routes/statistics.ts';
import { subscriptionRoutes } from './routes/subscriptions.ts';
import { teamRoutes } from './routes/teams.ts';
import { warningRoutes } from './routes/warnings.ts';

/** Who answers which call; one that the contract names and nobody answers does not compile. */
export const handlers: Handlers<OperationId> = {
  ...warningRoutes,
  ...countryRoutes,
  ...previewRoutes,
  ...acknowledgementRoutes,
  ...answerLinkRoutes,
  ...corroborationRoutes,
  ...commentRoutes,
  ...eventRoutes,
  ...horizonRoutes,
  ...calendarRoutes,
  ...organisationRoutes,
  ...subscriptionRoutes,
  ...matchRoutes,
  ...policyRoutes,
  ...teamRoutes,
  ...keyRoutes,
  ...signInRoutes,
  ...factorRoutes,
  ...memberRoutes,
  ...ownMailRoutes,
  ...applicationRoutes,
  ...singleSignOnRoutes,
  ...mailSubscriberRoutes,
  ...deliveryRoutes,
  ...networkRoutes,
  ...invitationRoutes,
  ...ownOrganisationRoutes,
  ...documentRoutes,
  ...auditRoutes,
  ...healthRoutes,
  ...statisticsRoutes,
};
