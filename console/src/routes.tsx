import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { Board } from './board/board.tsx';
import { formatFilter, parseFilter } from './board/board-filter.ts';
import { Frame } from './frame/frame.tsx';
import { Broken } from './frame/broken.tsx';
import { NotFound } from './frame/not-found.tsx';

const root = createRootRoute({ component: Frame, notFoundComponent: NotFound });

export const boardRoute = createRoute({ getParentRoute: () => root, path: '/', component: Board });

export const warningRoute = createRoute({
  getParentRoute: () => root,
  path: '/warnings/$id',
  component: lazyRouteComponent(() => import('./warning/warning-page.tsx'), 'WarningPage'),
});

export const raiseRoute = createRoute({
  getParentRoute: () => root,
  path: '/raise',
  component: lazyRouteComponent(() => import('./raise/raise-page.tsx'), 'RaisePage'),
});

export const reviseRoute = createRoute({
  getParentRoute: () => root,
  path: '/warnings/$id/revise',
  component: lazyRouteComponent(() => import('./raise/revise-page.tsx'), 'RevisePage'),
});

const keysRoute = createRoute({
  getParentRoute: () => root,
  path: '/organisation/keys',
  component: lazyRouteComponent(() => import('./organisation/keys-page.tsx'), 'KeysPage'),
});

const singleSignOnRoute = createRoute({
  getParentRoute: () => root,
  path: '/organisation/single-sign-on',
  component: lazyRouteComponent(() => import('./single-sign-on/single-sign-on-page.tsx'), 'SingleSignOnPage'),
});

const peopleRoute = createRoute({
  getParentRoute: () => root,
  path: '/organisation/people',
  component: lazyRouteComponent(() => import('./organisation/people-page.tsx'), 'PeoplePage'),
});

const vouchesRoute = createRoute({
  getParentRoute: () => root,
  path: '/organisation/mail',
  component: lazyRouteComponent(() => import('./organisation/vouches-page.tsx'), 'VouchesPage'),
});

const applicationsRoute = createRoute({
  getParentRoute: () => root,
  path: '/network/applications',
  component: lazyRouteComponent(() => import('./coordinator/applications-page.tsx'), 'ApplicationsPage'),
});

const applicationRoute = createRoute({
  getParentRoute: () => root,
  path: '/network/applications/$id',
  component: lazyRouteComponent(() => import('./coordinator/application-page.tsx'), 'ApplicationPage'),
});

const organisationsRoute = createRoute({
  getParentRoute: () => root,
  path: '/network/organisations',
  component: lazyRouteComponent(() => import('./coordinator/organisations-page.tsx'), 'OrganisationsPage'),
});

const organisationRoute = createRoute({
  getParentRoute: () => root,
  path: '/organisation',
  component: lazyRouteComponent(() => import('./organisation/organisation-page.tsx'), 'OrganisationPage'),
});

const auditRoute = createRoute({
  getParentRoute: () => root,
  path: '/audit',
  component: lazyRouteComponent(() => import('./audit/audit-page.tsx'), 'AuditPage'),
});

const administrationRoutes = [
  organisationRoute,
  auditRoute,
  keysRoute,
  peopleRoute,
  singleSignOnRoute,
  vouchesRoute,
  applicationsRoute,
  applicationRoute,
  organisationsRoute,
];

const accountRoute = createRoute({
  getParentRoute: () => root,
  path: '/account',
  component: lazyRouteComponent(() => import('./account/account-page.tsx'), 'AccountPage'),
});

const addressRoute = createRoute({
  getParentRoute: () => root,
  path: '/account/address',
  component: lazyRouteComponent(() => import('./account/address-page.tsx'), 'AddressPage'),
});

const ownMailRoute = createRoute({
  getParentRoute: () => root,
  path: '/account/mail',
  component: lazyRouteComponent(() => import('./account/own-mail-page.tsx'), 'OwnMailPage'),
});

const tree = root.addChildren([
  boardRoute,
  warningRoute,
  raiseRoute,
  reviseRoute,
  accountRoute,
  addressRoute,
  ownMailRoute,
  ...administrationRoutes,
]);

/** The pages by address. The only search is the board's filter, written as the API writes it. */
export function createConsoleRouter() {
  return createRouter({
    routeTree: tree,
    parseSearch: (text) => parseFilter(new URLSearchParams(text)),
    stringifySearch: (search) => {
      const query = formatFilter({ ...parseFilter(new URLSearchParams()), ...search }).toString();
      return query === '' ? '' : `?${query}`;
    },
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
