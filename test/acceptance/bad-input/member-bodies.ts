/** Of the calls about the people of an organisation. */
export function memberBodies(teamId: string, filter: object) {
  const person = { role: 'viewer', teams: [teamId], language: 'de' };
  return {
    changeMember: { name: 'n', red: false, ...person },
    changeMe: { name: 'n', language: 'de' },
    askForAddress: { address: 'ida@example.org' },
    takeAddress: { token: 't' },
    addCalendar: {
      name: 'n',
      filter: { countries: ['DE'], languages: ['de'], grounds: ['antisemitism'], severity: 'minor' },
    },
    changeOwnMail: {
      warnings: true,
      filter,
      hours: { timeZone: 'Europe/Berlin', quiet: [{ days: ['mon'], from: '22:00', to: '06:00' }] },
    },
    invite: { address: 'ida@example.org', ...person },
    viewInvitation: { token: 't' },
    acceptInvitation: { token: 't', name: 'n', language: 'de' },
    changeOwnOrganisation: { countries: ['DE'], languages: ['de'] },
    leaveNetwork: { reason: 'r', cancelWarnings: false },
  };
}
