import { applying, applyingMembers } from './applying.ts';
import { auditing } from './auditing.ts';
import { coordinating } from './coordinating.ts';
import { delivering } from './delivering.ts';
import { mailing } from './mailing.ts';
import { organisation, organisationMembers } from './organisation.ts';

/** Looking after an organisation and the network, and what whoever has no account reads. */
export const administering = {
  ...organisation,
  ...coordinating,
  ...applying,
  ...mailing,
  ...delivering,
  ...auditing,
  members: { ...organisationMembers, ...applyingMembers },
} as const;
