import {
  asks,
  certainties,
  grounds,
  severities,
  statuses,
  tlps,
  triggers,
  urgencies,
} from '../../../core/contract/vocabularies.ts';
import type { Directory } from '../../../core/domain/directory.ts';
import type { Fact, Letter } from '../letter.ts';
import { languageNames, listed, moment, places } from '../phrases.ts';
import type { WantedMail } from '../wanted.ts';

/** What every mail about a warning has in common. */
export type Surroundings = Pick<Letter, 'subject' | 'banner' | 'marking' | 'facts' | 'action' | 'notes'>;

const notNotice =
  'A warning asks for attention. It is not a notice under Article 16 of the Digital Services Act, and it says nothing about whether any content is illegal.';

/**
 * Subject, marking, facts and link. The subject is the same for all mails of a warning, so that they stay one thread, and
 * never quotes: what people wrote may hold slurs, and a subject stands on locked screens.
 * @param publicUrl where people reach the network, without a trailing slash
 */
export function surroundings(mail: WantedMail, publicUrl: string): Surroundings {
  const { snapshot } = mail.warning;
  const { tlp } = snapshot.content;
  return {
    subject: subjectOf(mail),
    banner: bannerOf(snapshot.status),
    marking: `${tlp} – ${tlps[tlp].definition}`,
    facts: factsOf(mail),
    action: { label: 'Open the warning', url: `${publicUrl}/warnings/${snapshot.id}` },
    notes: [
      ...(mail.discloses === 'waiting' ? [whyNothing(mail)] : []),
      notNotice,
      `Sent by Tocsin on behalf of ${organisationName(mail)}.`,
    ],
  };
}

function subjectOf({ warning: { snapshot }, discloses }: WantedMail): string {
  const { tlp, severity, countries } = snapshot.content;
  const drill = snapshot.status === 'actual' ? '' : `${snapshot.status.toUpperCase()}: `;
  if (discloses === 'waiting') return `${drill}[${tlp}] A warning is waiting`;
  return `${drill}[${tlp}] ${severities[severity].label} warning, ${places(countries, 3)}`;
}

function bannerOf(status: keyof typeof statuses): string | null {
  return status === 'actual' ? null : `${status.toUpperCase()} – ${statuses[status].definition}`;
}

function whyNothing({ warning: { snapshot } }: WantedMail): string {
  return snapshot.content.tlp === 'TLP:RED'
    ? 'What is marked TLP:RED never leaves by mail. It can be read in Tocsin alone, by those on your organisation’s RED list.'
    : 'With this marking the warning goes to members of the network alone, and this address is none. It can be read in Tocsin.';
}

/** The organisation whose setting brought the mail. */
export function organisationName({ directory, delivery }: WantedMail): string {
  const team = directory.teamById.get(delivery.teamId ?? '');
  return directory.organisations.get(team?.organisationId ?? delivery.organisationId)?.name ?? 'a member';
}

/** The team that is to answer, named so that somebody outside its organisation knows whom. */
export function teamName({ directory, delivery }: WantedMail): string {
  return nameOfTeam(directory, delivery.teamId ?? '', delivery.organisationId);
}

/** A team by its organisation's name, and its own where that says more. */
export function nameOfTeam(directory: Directory, teamId: string, organisationId: string): string {
  const team = directory.teamById.get(teamId);
  const organisation = directory.organisations.get(team?.organisationId ?? organisationId)?.name ?? 'a member';
  return !team || team.name === organisation ? organisation : `${organisation} (${team.name})`;
}

/** The team's own time zone where its policy names one. */
export function timeZoneOf({ directory, delivery }: WantedMail): string {
  return directory.policies.get(delivery.teamId ?? '')?.hours?.timeZone ?? 'UTC';
}

function factsOf(mail: WantedMail): Fact[] {
  const { snapshot } = mail.warning;
  const { content } = snapshot;
  if (mail.discloses === 'waiting') return [];
  const zone = timeZoneOf(mail);
  const headline = content.headline === '' ? 'Redacted' : content.headline;
  return [
    ...(mail.discloses === 'words' ? [{ label: 'Headline', value: headline, language: content.language }] : []),
    {
      label: 'What',
      value: `${triggers[content.trigger].label}: ${listed(content.grounds.map((code) => grounds[code].label))}`,
    },
    { label: 'Where', value: places(content.countries) },
    { label: 'Languages', value: languageNames(content.languages) },
    { label: 'When', value: `from ${moment(content.onset, zone)} until ${moment(content.expires, zone)}` },
    { label: 'Severity', value: `${severities[content.severity].label}: ${severities[content.severity].definition}` },
    { label: 'Urgency', value: urgencies[content.urgency].label },
    { label: 'Certainty', value: certainties[content.certainty].label },
    ...(content.asks.length > 0
      ? [{ label: 'Asked of platforms', value: listed(content.asks.map((code) => asks[code].label)) }]
      : []),
    { label: 'Raised by', value: mail.issuerName },
  ];
}
