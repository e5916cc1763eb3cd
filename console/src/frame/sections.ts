import type { OperationId } from '../../../core/contract/routes.ts';
import type { Me } from '../../../core/contract/organisation.ts';
import type { OrganisationKind } from '../../../core/contract/vocabularies.ts';
import { may } from '../session/signed-in.ts';

interface Part {
  readonly name: string;
  readonly to: string;
  readonly needs: OperationId;
  /** It is for organisations of this kind alone, though others may make the call. */
  readonly kind?: OrganisationKind;
}

/** The pages that look after an organisation, and those by which the coordinator looks after the network; each with what it takes. */
export const sections = {
  organisation: [
    { name: 'people', to: '/organisation/people', needs: 'listMembers' },
    { name: 'subscriptions', to: '/organisation/subscriptions', needs: 'listSubscriptions' },
    { name: 'escalation', to: '/organisation/escalation', needs: 'rehearseEscalation' },
    { name: 'keys', to: '/organisation/keys', needs: 'listKeys' },
    { name: 'singleSignOn', to: '/organisation/single-sign-on', needs: 'getSingleSignOn' },
    { name: 'mail', to: '/organisation/mail', needs: 'listVouches' },
    { name: 'deliveries', to: '/organisation/deliveries', needs: 'listDeliveries' },
    { name: 'about', to: '/organisation', needs: 'getOwnOrganisation' },
    { name: 'audit', to: '/audit', needs: 'listAudit' },
  ],
  network: [
    { name: 'applications', to: '/network/applications', needs: 'listApplications' },
    { name: 'organisations', to: '/network/organisations', needs: 'listMemberOrganisations' },
    { name: 'health', to: '/network/health', needs: 'getHealth' },
    { name: 'drills', to: '/network/drills', needs: 'listWarnings', kind: 'coordinator' },
  ],
} as const satisfies Record<string, readonly Part[]>;

export type Section = keyof typeof sections;

/** The pages of a section that are for this credential. */
export function partsFor<Of extends Section>(me: Me, section: Of) {
  return sections[section].filter(
    (part: Part) => may(me, part.needs) && (part.kind === undefined || part.kind === me.organisation.kind),
  );
}
