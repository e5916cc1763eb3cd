/** Of the calls by which organisations join, and by which the coordinator answers for them. */
export function applicationBodies() {
  const raiseLimits = { extreme: 3, severe: 6, moderate: 10, minor: 20 };
  const standing = { name: 'n', clearance: 'TLP:AMBER', listed: true, raiseLimits };
  const place = { countries: ['DE'], languages: ['de'] };
  const token = 't';
  const text = 't';
  const reason = 'r';
  return {
    apply: {
      organisation: 'o',
      kind: 'cso',
      legalForm: 'e.V.',
      registration: 'VR 1',
      website: 'https://example.org/',
      ...place,
      grounds: ['antisemitism'],
      trustedFlagger: { by: 'Bundesnetzagentur', number: '1' },
      purpose: 'p',
      contact: { name: 'n', address: 'ida@example.org' },
      language: 'de',
    },
    viewApplication: { token },
    confirmApplication: { token },
    answerApplication: { token, text },
    withdrawApplication: { token },
    admit: { kind: 'cso', ...standing },
    askApplicant: { text },
    refuseApplication: { reason },
    admitOrganisation: { kind: 'cso', ...standing, ...place, owner: 'ida@example.org', language: 'de' },
    changeOrganisation: { ...standing, ...place },
    suspendOrganisation: { reason },
    brakeOrganisation: { reason },
    retractWarnings: { reason, suspend: false, withheld: false },
  };
}
