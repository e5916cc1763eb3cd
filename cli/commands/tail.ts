import { Command, Option } from 'commander';
import type { FilterRequest, TocsinClient } from '../../client-sdk/src/index.ts';
import { filePositions } from '../../client-sdk/src/node.ts';
import { codesOf, severities, statuses, type Severity } from '../../core/contract/vocabularies.ts';
import { connectTo, withConnection, type ConnectionOptions } from '../connection.ts';
import { eventLine } from '../event-line.ts';
import { countryOption, given, groundOption, languageList, listOf } from '../options.ts';
import { stopSignal } from '../stopping.ts';
import { painter, print, say } from '../terminal.ts';

interface TailOptions extends ConnectionOptions {
  country?: string[];
  language?: string[];
  ground?: string[];
  severity?: Severity;
  status?: string[];
  all?: true;
  after?: string;
  consumer?: string;
  positions?: string;
  json?: true;
}

const examples = `
Without a filter it follows what the organisation's own subscriptions match.

Examples:
  tocsin tail --as agora
  tocsin tail --country DE,AT --severity severe --after start
  tocsin tail --all --json --consumer archive --positions ./positions.json >> events.jsonl`;

export function tailCommand(): Command {
  return withConnection(new Command('tail'))
    .description('print events as they happen, one line each, until Ctrl-C')
    .addOption(countryOption)
    .option('--language <tags>', 'languages the hatred is expected in, e.g. de,pl', languageList)
    .addOption(groundOption)
    .addOption(new Option('--severity <floor>', 'this or worse').choices(codesOf(severities)))
    .option('--status <codes>', `of ${codesOf(statuses).join(', ')}`, listOf(codesOf(statuses)))
    .option('--all', 'everything that the key may see')
    .option('--after <position>', 'where to begin: a position, start (the oldest kept), or now')
    .option('--consumer <name>', 'under which the position is kept')
    .option('--positions <file>', 'keeps the position, so that the next tail goes on where this one ended')
    .addOption(new Option('--json', 'one event a line, as JSON'))
    .addHelpText('after', examples)
    .action(tail);
}

async function tail(options: TailOptions): Promise<void> {
  const client = connectTo(options);
  const { json, after, consumer, positions } = options;
  const stopping = stopSignal();
  const unwatch = tellState(client);
  const events = client.events({
    ...filterOf(options),
    ...given({ after, consumer, positions: positions === undefined ? undefined : filePositions(positions) }),
    signal: stopping,
  });
  const paint = painter();
  try {
    for await (const event of events) print(json ? JSON.stringify(event) : eventLine(event, paint));
  } finally {
    unwatch();
    await client.close();
  }
}

function filterOf({ country, language, ground, severity, status, all }: TailOptions): FilterRequest {
  return given({
    countries: country,
    languages: language,
    grounds: ground as FilterRequest['grounds'],
    severity: severity ?? (all ? 'minor' : undefined),
    statuses: (status ?? (all ? codesOf(statuses) : undefined)) as FilterRequest['statuses'],
  });
}

/** Says when the connection comes and goes; on standard error, so that it never mixes with events. */
function tellState(client: TocsinClient): () => void {
  let told = '';
  return client.onState((state, reason) => {
    const line = state === 'live' ? 'listening' : state === 'offline' ? `offline: ${reason ?? 'lost'}` : '';
    if (line && line !== told) say(line);
    told = line || told;
  });
}
