/** Of the calls by which people without an account are mailed, and organisations vouch for them. */
export function mailSubscriberBodies(filter: object) {
  const wishes = { filter, rhythm: { type: 'weekly', day: 'mon', hour: 8 }, timeZone: 'Europe/Berlin', language: 'de' };
  const token = 't';
  return {
    subscribeByMail: { address: 'ida@example.org', ...wishes },
    confirmMailSubscriber: { token },
    viewMailSubscriber: { token },
    changeMailSubscriber: { token, ...wishes, pausedUntil: new Date(Date.now() + 86_400_000).toISOString() },
    endMailSubscriber: { token },
    addVouch: { address: 'ida@example.org' },
  };
}
