import { applying, applyingMembers } from './en/applying.ts';
import { auditing } from './en/auditing.ts';
import { coordinating } from './en/coordinating.ts';
import { mailing } from './en/mailing.ts';
import { organisation, organisationMembers } from './en/organisation.ts';
import { addWords } from './i18n.ts';
// The forms tell what is missing in the words of raising.
import './raising.ts';

// For pages that few open: the words come with them.
addWords({
  ...organisation,
  ...coordinating,
  ...applying,
  ...mailing,
  ...auditing,
  members: { ...organisationMembers, ...applyingMembers },
});
