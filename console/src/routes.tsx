import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { Board } from './board/board.tsx';
import { Frame } from './frame/frame.tsx';
import { parseSearch, stringifySearch } from './frame/search.ts';
import { Broken } from './frame/broken.tsx';
import { NotFound } from './frame/not-found.tsx';
import { worded } from './languages/i18n.ts';

/** The forms tell what is missing in the words of raising, and keys are shown once in those of people. */
const administration = ['people', 'raising', 'administering'] as const;

const root = createRootRoute({ component: Frame, notFoundComponent: NotFound });

export const boardRoute = createRoute({ getParentRoute: () => root, path: '/', component: Board });

const horizonRoute = createRoute({
  getParentRoute: () => root,
  path: '/horizon',
  component: lazyRouteComponent(
    worded(() => import('./horizon/horizon-page.tsx'), 'horizon', 'people', 'raising'),
    'HorizonPage',
  ),
});

export const warningRoute = createRoute({
  getParentRoute: () => root,
  path: '/warnings/$id',
  component: lazyRouteComponent(
    worded(() => import('./warning/warning-page.tsx'), 'warnings', 'raising'),
    'WarningPage',
  ),
});

export const raiseRoute = createRoute({
  getParentRoute: () => root,
  path: '/raise',
  component: lazyRouteComponent(
    worded(() => import('./raise/raise-page.tsx'), 'raising'),
    'RaisePage',
  ),
});

export const reviseRoute = createRoute({
  getParentRoute: () => root,
  path: '/warnings/$id/revise',
  component: lazyRouteComponent(
    worded(() => import('./raise/revise-page.tsx'), 'raising'),
    'RevisePage',
  ),
});

const keysRoute = createRoute({
  getParentRoute: () => root,
  path: '/organisation/keys',
  component: lazyRouteComponent(
    worded(() => import('./organisation/keys-page.tsx'), ...administration),
    'KeysPage',
  ),
});

const singleSignOnRoute = createRoute({
  getParentRoute: () => root,
  path: '/organisation/single-sign-on',
  component: lazyRouteComponent(
    worded(() => import('./single-sign-on/single-sign-on-page.tsx'), ...administration),
    'SingleSignOnPage',
  ),
});

const peopleRoute = createRoute({
  getParentRoute: () => root,
  path: '/organisation/people',
  component: lazyRouteComponent(
    worded(() => import('./organisation/people-page.tsx'), ...administration),
    'PeoplePage',
  ),
});

const subscriptionsRoute = createRoute({
  getParentRoute: () => root,
  path: '/organisation/subscriptions',
  component: lazyRouteComponent(
    worded(() => import('./subscriptions/subscriptions-page.tsx'), ...administration, 'subscribing'),
    'SubscriptionsPage',
  ),
});

const escalationRoute = createRoute({
  getParentRoute: () => root,
  path: '/organisation/escalation',
  component: lazyRouteComponent(
    worded(() => import('./escalation/escalation-page.tsx'), ...administration, 'subscribing'),
    'EscalationPage',
  ),
});

const vouchesRoute = createRoute({
  getParentRoute: () => root,
  path: '/organisation/mail',
  component: lazyRouteComponent(
    worded(() => import('./organisation/vouches-page.tsx'), ...administration),
    'VouchesPage',
  ),
});

const deliveriesRoute = createRoute({
  getParentRoute: () => root,
  path: '/organisation/deliveries',
  component: lazyRouteComponent(
    worded(() => import('./organisation/deliveries-page.tsx'), ...administration),
    'DeliveriesPage',
  ),
});

const applicationsRoute = createRoute({
  getParentRoute: () => root,
  path: '/network/applications',
  component: lazyRouteComponent(
    worded(() => import('./coordinator/applications-page.tsx'), ...administration),
    'ApplicationsPage',
  ),
});

const applicationRoute = createRoute({
  getParentRoute: () => root,
  path: '/network/applications/$id',
  component: lazyRouteComponent(
    worded(() => import('./coordinator/application-page.tsx'), ...administration),
    'ApplicationPage',
  ),
});

const organisationsRoute = createRoute({
  getParentRoute: () => root,
  path: '/network/organisations',
  component: lazyRouteComponent(
    worded(() => import('./coordinator/organisations-page.tsx'), ...administration),
    'OrganisationsPage',
  ),
});

const healthRoute = createRoute({
  getParentRoute: () => root,
  path: '/network/health',
  component: lazyRouteComponent(
    worded(() => import('./health/health-page.tsx'), 'running'),
    'HealthPage',
  ),
});

const drillsRoute = createRoute({
  getParentRoute: () => root,
  path: '/network/drills',
  component: lazyRouteComponent(
    worded(() => import('./drills/drills-page.tsx'), 'running'),
    'DrillsPage',
  ),
});

const drillRoute = createRoute({
  getParentRoute: () => root,
  path: '/raise/drill',
  component: lazyRouteComponent(
    worded(() => import('./drills/raise-drill-page.tsx'), 'raising', 'running'),
    'RaiseDrillPage',
  ),
});

const reportRoute = createRoute({
  getParentRoute: () => root,
  path: '/warnings/$id/drill',
  component: lazyRouteComponent(
    worded(() => import('./drills/report-page.tsx'), 'warnings', 'running'),
    'ReportPage',
  ),
});

const organisationRoute = createRoute({
  getParentRoute: () => root,
  path: '/organisation',
  component: lazyRouteComponent(
    worded(() => import('./organisation/organisation-page.tsx'), ...administration),
    'OrganisationPage',
  ),
});

const auditRoute = createRoute({
  getParentRoute: () => root,
  path: '/audit',
  component: lazyRouteComponent(
    worded(() => import('./audit/audit-page.tsx'), ...administration),
    'AuditPage',
  ),
});

const statisticsRoute = createRoute({
  getParentRoute: () => root,
  path: '/statistics',
  component: lazyRouteComponent(
    worded(() => import('./statistics/statistics-page.tsx'), 'statistics'),
    'StatisticsPage',
  ),
});

const administrationRoutes = [
  organisationRoute,
  auditRoute,
  keysRoute,
  peopleRoute,
  singleSignOnRoute,
  subscriptionsRoute,
  escalationRoute,
  vouchesRoute,
  deliveriesRoute,
  applicationsRoute,
  applicationRoute,
  organisationsRoute,
];

const practiceRoute = createRoute({
  getParentRoute: () => root,
  path: '/practice',
  component: lazyRouteComponent(
    worded(() => import('./start/practice-page.tsx'), 'raising', 'starting'),
    'PracticePage',
  ),
});

const raisePracticeRoute = createRoute({
  getParentRoute: () => root,
  path: '/raise/practice',
  component: lazyRouteComponent(
    worded(() => import('./start/raise-practice-page.tsx'), 'raising', 'starting'),
    'RaisePracticePage',
  ),
});

const runningRoutes = [healthRoute, drillsRoute, drillRoute, reportRoute, practiceRoute, raisePracticeRoute];

const accountRoute = createRoute({
  getParentRoute: () => root,
  path: '/account',
  component: lazyRouteComponent(
    worded(() => import('./account/account-page.tsx'), 'people', 'raising'),
    'AccountPage',
  ),
});

const addressRoute = createRoute({
  getParentRoute: () => root,
  path: '/account/address',
  component: lazyRouteComponent(
    worded(() => import('./account/address-page.tsx'), 'people', 'raising'),
    'AddressPage',
  ),
});

const ownMailRoute = createRoute({
  getParentRoute: () => root,
  path: '/account/mail',
  component: lazyRouteComponent(
    worded(() => import('./account/own-mail-page.tsx'), 'people', 'raising'),
    'OwnMailPage',
  ),
});

const tree = root.addChildren([
  boardRoute,
  horizonRoute,
  warningRoute,
  raiseRoute,
  reviseRoute,
  statisticsRoute,
  accountRoute,
  addressRoute,
  ownMailRoute,
  ...administrationRoutes,
  ...runningRoutes,
]);

/** The pages by address. */
export function createConsoleRouter() {
  return createRouter({
    routeTree: tree,
    parseSearch,
    stringifySearch,
    scrollRestoration: true,
    defaultPreload: 'intent',
    defaultErrorComponent: Broken,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createConsoleRouter>;
  }
}
