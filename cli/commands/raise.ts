import { readFileSync } from 'node:fs';
import { Command, Option } from 'commander';
import type { RaiseRequest } from '../../client-sdk/src/index.ts';
import {
  asks,
  certainties,
  codesOf,
  severities,
  statuses,
  tlps,
  triggers,
  urgencies,
  type Trigger,
} from '../../core/contract/vocabularies.ts';
import { connectTo, withConnection, type ConnectionOptions } from '../connection.ts';
import { moment } from '../moment.ts';
import { countryOption, given, groundOption, jsonOption, languageList, listOf, subdivisionList } from '../options.ts';
import { print, printJson } from '../terminal.ts';

interface RaiseOptions extends ConnectionOptions {
  file?: string;
  headline?: string;
  description?: string;
  instruction?: string;
  trigger?: Trigger;
  language?: string[];
  writtenIn?: string;
  country?: string[];
  subdivision?: string[];
  ground?: string[];
  severity?: string;
  urgency: string;
  certainty: string;
  onset?: string;
  expires?: string;
  tlp: string;
  status?: string;
  asks?: string[];
  withholdIssuer?: true;
  idempotencyKey?: string;
  json?: true;
}

/** How long a warning of a kind is usually wanted; a week for the others. */
const usualHours: Partial<Record<Trigger, number>> = { attack: 72, sports_event: 48 };

const examples = `
Examples:
  tocsin raise --headline "Calls to disrupt Friday's prayer" --description "Posts since noon name the mosque." \\
    --trigger religious_event --country GB --language en --ground anti_muslim_hatred --severity severe
  tocsin raise --file warning.json
  generate-warning | tocsin raise --file - --json`;

export function raiseCommand(): Command {
  return withConnection(new Command('raise'))
    .description('raise a warning; done when it is on the network’s disk')
    .option('--file <file>', 'the whole warning as JSON, as POST /warnings takes it; - reads standard input')
    .option('--headline <text>', 'one line of up to 160 characters')
    .option('--description <text>', 'what is known and how')
    .option('--instruction <text>', 'what you ask platforms to do, in words')
    .addOption(new Option('--trigger <kind>', 'the kind of event').choices(codesOf(triggers)))
    .option('--language <tags>', 'languages the hatred is expected in, e.g. de,pl', languageList)
    .option('--written-in <tag>', 'language of your own text (default: the first of --language)')
    .addOption(countryOption)
    .option('--subdivision <codes>', 'ISO 3166-2, e.g. DE-BE', subdivisionList)
    .addOption(groundOption)
    .addOption(new Option('--severity <severity>', 'how bad').choices(codesOf(severities)))
    .addOption(new Option('--urgency <urgency>', 'how soon').choices(codesOf(urgencies)).default('expected'))
    .addOption(new Option('--certainty <certainty>', 'how sure').choices(codesOf(certainties)).default('likely'))
    .option('--onset <when>', 'when it is expected to start: e.g. 6h, or RFC 3339 (default: now)', (text) =>
      moment(text),
    )
    .option('--expires <when>', 'e.g. 72h (default: attack 72h, sports_event 48h, else 7d)', (text) => moment(text))
    .addOption(new Option('--tlp <marking>', 'who may have it').choices(codesOf(tlps)).default('TLP:AMBER'))
    .addOption(new Option('--status <status>', 'actual unless said').choices(codesOf(statuses)))
    .option('--asks <codes>', codesOf(asks).join(', '), listOf(codesOf(asks)))
    .option('--withhold-issuer', 'others do not see who raised it')
    .option('--idempotency-key <key>', 'of a raise that was not answered: under its key it is raised once')
    .addOption(jsonOption)
    .addHelpText('after', examples)
    .action(raise);
}

async function raise(options: RaiseOptions): Promise<void> {
  const sent = options.file === undefined ? written(options) : read(options.file);
  const client = connectTo(options);
  try {
    const warning = await client.raise(sent, given({ idempotencyKey: options.idempotencyKey }));
    if (options.json) return printJson(warning);
    print(`Raised ${warning.id}: ${warning.headline}`);
    return print(`It is ${warning.state} until ${warning.expires}.`);
  } finally {
    await client.close();
  }
}

/** As the flags say; what is missing or wrong the network names. */
function written(options: RaiseOptions): RaiseRequest {
  const { headline, description, instruction, trigger, language, country, subdivision, ground, onset } = options;
  const { severity, urgency, certainty, tlp, status, withholdIssuer } = options;
  const usual = `${(trigger && usualHours[trigger]) ?? 7 * 24}h`;
  return given({
    language: options.writtenIn ?? language?.[0],
    headline,
    description,
    instruction,
    trigger,
    languages: language,
    countries: country,
    subdivisions: subdivision,
    grounds: ground,
    severity,
    urgency,
    certainty,
    onset,
    expires: options.expires ?? moment(usual),
    tlp,
    status,
    asks: options.asks,
    withholdIssuer,
  }) as RaiseRequest;
}

function read(file: string): RaiseRequest {
  // 0: standard input.
  const text = readFileSync(file === '-' ? 0 : file, 'utf8');
  try {
    return JSON.parse(text) as RaiseRequest;
  } catch (error) {
    throw new Error(`${file === '-' ? 'Standard input' : file} is no JSON: ${(error as Error).message}`, {
      cause: error,
    });
  }
}
