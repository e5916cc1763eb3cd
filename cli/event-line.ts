import type { Event } from '../client-sdk/src/index.ts';
import type { Severity } from '../core/contract/vocabularies.ts';
import type { painter } from './terminal.ts';

type Paint = ReturnType<typeof painter>;

const colours: Record<Severity, Parameters<Paint>[0]> = {
  extreme: 'red',
  severe: 'yellow',
  moderate: 'cyan',
  minor: 'gray',
};

/** One calm line for an event: when, what, how bad, where, and which warning. */
export function eventLine(event: Event, paint: Paint): string {
  // A later version of the network may tell of more than warnings.
  if (!('warning' in event)) return plain((event as { type: string }).type);
  const time = new Date(event.at).toLocaleTimeString('en-GB');
  const what = whatHappened(event);
  const { warning } = event;
  if (!('headline' in warning)) {
    const only = event.type === 'warning.withdrawn' ? 'not for you any more' : 'its text is for others';
    return plain(`${paint('gray', time)}  ${what}  ${warning.id} (${only})`);
  }
  const { severity, countries, languages, tlp, headline, issuer, id } = warning;
  const where = `${countries.join(' ') || 'everywhere'} · ${languages.join(' ')}`;
  const about = paint('gray', `${where} · ${tlp} · ${issuer.name} · ${id}`);
  return plain(
    `${paint('gray', time)}  ${paint('bold', what)}  ${paint(colours[severity], severity)}  ${headline}  ${about}`,
  );
}

function whatHappened(event: Event): string {
  switch (event.type) {
    case 'warning.raised':
      return event.warning.status === 'actual' ? 'raised' : `raised (${event.warning.status})`;
    case 'warning.revised':
      return `revised to ${event.warning.revision}${event.data.reopened ? ', reopened' : ''}`;
    case 'warning.corroborated':
      return `${event.data.withdrawn ? 'no longer corroborated' : 'corroborated'} by ${event.actor.organisation.name}`;
    case 'acknowledgement.changed': {
      const { organisation, team, state } = event.data.acknowledgement;
      const who = team.name === organisation.name ? team.name : `${organisation.name}, ${team.name}`;
      return `${who}: ${event.data.from} → ${state}`;
    }
    case 'escalation.fired': {
      const { organisation, step, of, notified } = event.data;
      return `${organisation.name} has not answered: step ${step} of ${of}, ${notified} told`;
    }
    case 'comment.added':
      return `comment by ${event.data.comment.author.name}`;
    case 'warning.cancelled':
    case 'warning.expired':
    case 'warning.redacted':
    case 'warning.withdrawn':
      return event.type.slice('warning.'.length);
    default:
      // A later version of the network may tell more than this one knows.
      return (event as { type: string }).type;
  }
}

/** A terminal obeys control characters and turns text around at others; only our own colours may pass. */
function plain(line: string): string {
  return line.replace(/(?!\u001b\[\d+m)[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, '');
}
