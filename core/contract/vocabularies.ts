/** The field's vocabularies. Each code carries the label and the one-line definition that are shown wherever it is. */

export interface Term {
  readonly label: string;
  readonly definition: string;
}

/** Grounds of hatred: the monitoring exercises' grounds, extended to the protected characteristics of EU law. */
export const grounds = {
  antigypsyism: { label: 'Antigypsyism', definition: 'Hatred of Roma, Sinti, Travellers and those seen as such.' },
  antisemitism: { label: 'Antisemitism', definition: 'Hatred of Jews and of those seen as such.' },
  anti_muslim_hatred: { label: 'Anti-Muslim hatred', definition: 'Hatred of Muslims and of those seen as such.' },
  anti_black_racism: {
    label: 'Anti-Black racism',
    definition: 'Hatred of Black people and people of African descent.',
  },
  anti_asian_racism: { label: 'Anti-Asian racism', definition: 'Hatred of people of Asian descent.' },
  xenophobia: { label: 'Xenophobia', definition: 'Hatred of foreigners, migrants and refugees included.' },
  race_or_colour: { label: 'Race or colour', definition: 'Hatred on account of ascribed race or skin colour.' },
  ethnic_origin: { label: 'Ethnic origin', definition: 'Hatred on account of ethnic origin.' },
  national_origin: { label: 'National origin', definition: 'Hatred on account of nationality or national origin.' },
  descent: { label: 'Descent', definition: 'Hatred on account of ancestry.' },
  religion_or_belief: {
    label: 'Religion or belief',
    definition: 'Hatred on account of any other religion or belief, or of none.',
  },
  sexual_orientation: { label: 'Sexual orientation', definition: 'Hatred of lesbian, gay and bisexual people.' },
  gender_identity: { label: 'Gender identity', definition: 'Hatred of trans, non-binary and intersex people.' },
  sex_or_gender: { label: 'Sex or gender', definition: 'Hatred on account of sex or gender, misogyny included.' },
  disability: { label: 'Disability', definition: 'Hatred of people with disabilities.' },
  age: { label: 'Age', definition: 'Hatred on account of age.' },
  language_or_minority: { label: 'Language or minority', definition: 'Hatred of a linguistic or national minority.' },
  other: { label: 'Other ground', definition: 'Another ground; the description says which.' },
} as const satisfies Record<string, Term>;

/** The kind of event that a warning is about. */
export const triggers = {
  attack: { label: 'Attack', definition: 'A terror attack or a hate crime.' },
  crime: { label: 'Crime', definition: 'A crime that is attributed to a group.' },
  trial: { label: 'Trial', definition: 'A trial or a verdict.' },
  election: { label: 'Election', definition: 'An election or a referendum.' },
  political_debate: { label: 'Political debate', definition: 'A debate or a speech in politics.' },
  legislation: { label: 'Legislation', definition: 'A law proposed, debated or passed.' },
  protest: { label: 'Protest', definition: 'A demonstration, a march or a counter-march.' },
  commemoration: { label: 'Commemoration', definition: 'An anniversary or a day of remembrance.' },
  religious_event: { label: 'Religious event', definition: 'A religious feast or gathering.' },
  sports_event: { label: 'Sports event', definition: 'A match or a tournament.' },
  cultural_event: { label: 'Cultural event', definition: 'A festival, a pride, a concert, a film.' },
  migration_event: { label: 'Migration event', definition: 'An arrival, a shelter, an accident on the way.' },
  conflict_abroad: { label: 'Conflict abroad', definition: 'A war or a conflict elsewhere that is echoed here.' },
  public_health: { label: 'Public health', definition: 'An outbreak or a measure of public health.' },
  media_report: { label: 'Media report', definition: 'A report in the media.' },
  viral_content: { label: 'Viral content', definition: 'A post, a video or a song that spreads by itself.' },
  disinformation_campaign: {
    label: 'Disinformation campaign',
    definition: 'Falsehoods spread on purpose about a group.',
  },
  coordinated_harassment: {
    label: 'Coordinated harassment',
    definition: 'Many against one person or one organisation.',
  },
  policy_change: { label: 'Policy change', definition: 'A change of a platform’s own rules or practice.' },
  other: { label: 'Other event', definition: 'Another kind of event.' },
} as const satisfies Record<string, Term>;

/** CAP 1.2 severity, least first is the order of `severityOrder`. */
export const severities = {
  extreme: { label: 'Extreme', definition: 'Incitement to violence is imminent or under way.' },
  severe: { label: 'Severe', definition: 'A wave against a group is likely, or under way in one place.' },
  moderate: { label: 'Moderate', definition: 'A marked rise is to be expected.' },
  minor: { label: 'Minor', definition: 'Worth knowing.' },
} as const satisfies Record<string, Term>;

/** CAP 1.2 urgency. */
export const urgencies = {
  immediate: { label: 'Immediate', definition: 'Act now.' },
  expected: { label: 'Expected (within 24 hours)', definition: 'Act within the next 24 hours.' },
  future: { label: 'Future', definition: 'Later than the next 24 hours.' },
  past: { label: 'Past', definition: 'It is over; this never escalates.' },
} as const satisfies Record<string, Term>;

/** CAP 1.2 certainty. */
export const certainties = {
  observed: { label: 'Observed', definition: 'It has happened or is happening.' },
  likely: { label: 'Likely', definition: 'More probable than not (p > 50 %).' },
  possible: { label: 'Possible', definition: 'Possible, not probable (p ≤ 50 %).' },
  unlikely: { label: 'Unlikely', definition: 'Not expected, yet not to be excluded.' },
} as const satisfies Record<string, Term>;

/** CAP 1.2 status. */
export const statuses = {
  actual: { label: 'Actual', definition: 'A real warning.' },
  exercise: { label: 'Exercise', definition: 'A drill: act as you would, nothing is happening.' },
  test: { label: 'Test', definition: 'A technical test: nobody has to act.' },
} as const satisfies Record<string, Term>;

/** FIRST Traffic Light Protocol 2.0. */
export const tlps = {
  'TLP:RED': { label: 'TLP:RED', definition: 'The individual recipients only; no further disclosure.' },
  'TLP:AMBER+STRICT': { label: 'TLP:AMBER+STRICT', definition: 'The recipients’ organisation only.' },
  'TLP:AMBER': { label: 'TLP:AMBER', definition: 'Need-to-know within the recipients’ organisation and its clients.' },
  'TLP:GREEN': { label: 'TLP:GREEN', definition: 'The community: members of the network.' },
  'TLP:CLEAR': { label: 'TLP:CLEAR', definition: 'Anyone.' },
} as const satisfies Record<string, Term>;

/** What an issuer asks platforms to do. */
export const asks = {
  raise_monitoring: {
    label: 'Raise monitoring',
    definition: 'Watch the named countries, languages and terms more closely.',
  },
  brief_reviewers: { label: 'Brief reviewers', definition: 'Tell the reviewers of these languages what to expect.' },
  review_terms: { label: 'Review terms', definition: 'Check the listed terms against your own lists.' },
  check_recommendations: {
    label: 'Check recommendations',
    definition: 'Keep recommendations and trends from carrying it.',
  },
  protect_accounts: { label: 'Protect accounts', definition: 'Protect the accounts that are being targeted.' },
  contact_us: { label: 'Contact us', definition: 'Get in touch with the issuer.' },
  share_findings: { label: 'Share findings', definition: 'Tell the issuer what you see on your side.' },
} as const satisfies Record<string, Term>;

/** What a platform did. */
export const measures = {
  monitoring_raised: { label: 'Monitoring raised', definition: 'Closer monitoring is in place.' },
  queue_prioritised: { label: 'Queue prioritised', definition: 'Reports about it are reviewed first.' },
  reviewers_briefed: { label: 'Reviewers briefed', definition: 'The reviewers concerned know about it.' },
  terms_added: { label: 'Terms added', definition: 'Terms were added to detection.' },
  reach_limited: { label: 'Reach limited', definition: 'Content is recommended or shown less.' },
  content_removed: { label: 'Content removed', definition: 'Content was removed or made inaccessible.' },
  content_labelled: { label: 'Content labelled', definition: 'Content was labelled or put behind a notice.' },
  accounts_actioned: { label: 'Accounts actioned', definition: 'Accounts were restricted, suspended or removed.' },
  accounts_protected: { label: 'Accounts protected', definition: 'Targeted accounts were protected.' },
  law_enforcement_informed: { label: 'Law enforcement informed', definition: 'The authorities were informed.' },
  other: { label: 'Other measure', definition: 'Another measure; the note says which.' },
} as const satisfies Record<string, Term>;

/** Why a platform did not act. */
export const reasons = {
  not_found: { label: 'Not found', definition: 'Nothing of the kind was found on the service.' },
  not_enough_context: { label: 'Not enough context', definition: 'The warning does not say enough to act on.' },
  not_our_service: { label: 'Not our service', definition: 'It does not concern this service.' },
  duplicate: { label: 'Duplicate', definition: 'Handled under another warning.' },
  lawful: { label: 'Lawful', definition: 'What was found is lawful.' },
  within_policy: { label: 'Within policy', definition: 'What was found is within the service’s rules.' },
  too_late: { label: 'Too late', definition: 'It was over before it could be acted on.' },
  other: { label: 'Other reason', definition: 'Another reason; the note says which.' },
} as const satisfies Record<string, Term>;

/** What the warning was worth to the one who answered it. */
export const usefulnesses = {
  helped: { label: 'Helped', definition: 'It helped to act earlier or better.' },
  somewhat: { label: 'Somewhat', definition: 'It helped a little.' },
  not_helpful: { label: 'Not helpful', definition: 'It made no difference.' },
  too_late: { label: 'Too late', definition: 'It came when everything was known already.' },
} as const satisfies Record<string, Term>;

/** The states of an acknowledgement. */
export const acknowledgementStates = {
  pending: { label: 'Pending', definition: 'Nobody of the team has answered yet.' },
  acknowledged: { label: 'Acknowledged', definition: 'Somebody has taken it.' },
  working: { label: 'Working', definition: 'Somebody is at work on it.' },
  actioned: { label: 'Actioned', definition: 'Measures were taken.' },
  no_action: { label: 'No action', definition: 'Looked at; nothing was done, and why.' },
  declined: { label: 'Declined', definition: 'Not taken up, and why.' },
} as const satisfies Record<string, Term>;

/** The answers that say what came of a warning. */
export const closing = ['actioned', 'no_action', 'declined'] as const satisfies readonly AcknowledgementState[];

export function closes(state: AcknowledgementState): boolean {
  return (closing as readonly AcknowledgementState[]).includes(state);
}

export const termKinds = {
  hashtag: { label: 'Hashtag', definition: 'A hashtag.' },
  keyword: { label: 'Keyword', definition: 'A word or a phrase.' },
  coded_term: { label: 'Coded term', definition: 'A word that means something else to insiders.' },
  slogan: { label: 'Slogan', definition: 'A slogan or a chant.' },
  emoji: { label: 'Emoji', definition: 'An emoji or a sequence of them.' },
  domain: { label: 'Domain', definition: 'A domain name.' },
} as const satisfies Record<string, Term>;

export const warningStates = {
  active: { label: 'Active', definition: 'In force.' },
  cancelled: { label: 'Cancelled', definition: 'Called off by its issuer.' },
  expired: { label: 'Expired', definition: 'Past its time.' },
} as const satisfies Record<string, Term>;

export const organisationKinds = {
  cso: { label: 'Civil society organisation', definition: 'Raises warnings.' },
  platform: { label: 'Platform', definition: 'Receives warnings and answers them.' },
  coordinator: { label: 'Coordinator', definition: 'Runs the network.' },
  observer: { label: 'Observer', definition: 'Reads, up to its clearance.' },
} as const satisfies Record<string, Term>;

export const roles = {
  owner: { label: 'Owner', definition: 'Answers for the organisation.' },
  manager: { label: 'Manager', definition: 'Looks after settings, keys and people.' },
  responder: { label: 'Responder', definition: 'Raises or answers warnings.' },
  viewer: { label: 'Viewer', definition: 'Reads.' },
} as const satisfies Record<string, Term>;

export const scopes = {
  'warnings:read': { label: 'Read warnings', definition: 'Read warnings, events and settings.' },
  'warnings:write': { label: 'Raise warnings', definition: 'Raise, revise, cancel, corroborate, comment, preview.' },
  'warnings:red': { label: 'Read TLP:RED', definition: 'Be on the organisation’s RED list, on top of reading.' },
  'acknowledgements:write': { label: 'Answer warnings', definition: 'Acknowledge, escalate, comment.' },
  'subscriptions:write': { label: 'Change subscriptions', definition: 'Change subscriptions and escalation policies.' },
  admin: { label: 'Administer', definition: 'Teams, keys, people, the organisation; implies no other scope.' },
} as const satisfies Record<string, Term>;

/** How an API key stands. */
export const keyStates = {
  active: { label: 'Active', definition: 'In use.' },
  expiring: { label: 'Expiring', definition: 'Ends within fourteen days.' },
  expired: { label: 'Expired', definition: 'Past its time.' },
  revoked: { label: 'Revoked', definition: 'Ended by somebody.' },
} as const satisfies Record<string, Term>;

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** Rising severity: the index is the rank that a floor is compared with. */
export const severityOrder = ['minor', 'moderate', 'severe', 'extreme'] as const;

/** The codes of a vocabulary, as zod's `z.enum` takes them. */
export function codesOf<V extends Record<string, Term>>(vocabulary: V): [keyof V & string, ...(keyof V & string)[]] {
  return Object.keys(vocabulary) as [keyof V & string, ...(keyof V & string)[]];
}

/** Every vocabulary by its name on the wire, for documents and the console. */
export const vocabularies = {
  grounds,
  trigger: triggers,
  severity: severities,
  urgency: urgencies,
  certainty: certainties,
  status: statuses,
  tlp: tlps,
  asks,
  measures,
  reason: reasons,
  usefulness: usefulnesses,
  acknowledgementState: acknowledgementStates,
  termKind: termKinds,
  state: warningStates,
  kind: organisationKinds,
  role: roles,
  scope: scopes,
  keyState: keyStates,
} as const;

export type Ground = keyof typeof grounds;
export type Trigger = keyof typeof triggers;
export type Severity = keyof typeof severities;
export type Urgency = keyof typeof urgencies;
export type Certainty = keyof typeof certainties;
export type Status = keyof typeof statuses;
export type Tlp = keyof typeof tlps;
export type Ask = keyof typeof asks;
export type Measure = keyof typeof measures;
export type Reason = keyof typeof reasons;
export type Usefulness = keyof typeof usefulnesses;
export type AcknowledgementState = keyof typeof acknowledgementStates;
export type TermKind = keyof typeof termKinds;
export type WarningState = keyof typeof warningStates;
export type OrganisationKind = keyof typeof organisationKinds;
export type Role = keyof typeof roles;
export type Scope = keyof typeof scopes;
export type KeyState = keyof typeof keyStates;
export type Weekday = (typeof weekdays)[number];
