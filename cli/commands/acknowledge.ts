import { Command, Option } from 'commander';
import type { AcknowledgementRequest, TocsinClient } from '../../client-sdk/src/index.ts';
import { acknowledgementRequest, answeredState } from '../../core/contract/acknowledgement.ts';
import { codesOf, measures, reasons, usefulnesses } from '../../core/contract/vocabularies.ts';
import { checked } from '../../core/store/commands/checked.ts';
import { connectTo, withConnection, type ConnectionOptions } from '../connection.ts';
import { given, jsonOption, listOf } from '../options.ts';
import { print, printJson } from '../terminal.ts';

interface AcknowledgeOptions extends ConnectionOptions {
  state: AcknowledgementRequest['state'];
  note?: string;
  measure?: string[];
  reason?: string;
  usefulness?: string;
  assignee?: string;
  team?: string;
  json?: true;
}

const examples = `
Examples:
  tocsin acknowledge latest --as agora
  tocsin acknowledge 01990000-0000-7000-8000-000000000000 --state actioned --measure reviewers_briefed,terms_added
  tocsin acknowledge latest --state no_action --reason not_found --note "Looked until midnight."`;

export function acknowledgeCommand(): Command {
  return withConnection(new Command('acknowledge'))
    .description('answer a warning for your team; that ends its escalation')
    .argument('<warning>', 'its id, or "latest": the newest active one that waits for your team')
    .addOption(new Option('--state <state>', 'how far you are').choices(answeredState.options).default('acknowledged'))
    .option('--note <text>', 'read by the issuer and the coordinator')
    .option('--measure <codes>', `what you did: ${codesOf(measures).join(', ')}`, listOf(codesOf(measures)))
    .addOption(new Option('--reason <code>', 'why not, for no_action and declined').choices(codesOf(reasons)))
    .addOption(new Option('--usefulness <code>', 'what the warning was worth').choices(codesOf(usefulnesses)))
    .option('--assignee <name>', 'read by your own organisation alone')
    .option('--team <id>', 'where several teams of yours are expected to answer')
    .addOption(jsonOption)
    .addHelpText('after', examples)
    .action(acknowledge);
}

async function acknowledge(wanted: string, options: AcknowledgeOptions): Promise<void> {
  const client = connectTo(options);
  const { state, note, measure, reason, usefulness, assignee, team, json } = options;
  const sent = given({ state, note, measures: measure, reason, usefulness, assignee, team });
  try {
    const id = wanted === 'latest' ? await latestWaiting(client) : wanted;
    const answered = await client.acknowledge(id, checked(acknowledgementRequest, sent as AcknowledgementRequest));
    if (json) return printJson({ warning: id, ...answered });
    return print(`${answered.team.name}: ${answered.state}, revision ${answered.revision} of ${id}.`);
  } finally {
    await client.close();
  }
}

async function latestWaiting(client: TocsinClient): Promise<string> {
  let cursor: string | undefined;
  do {
    const { data, next } = await client.warnings({ state: ['active'], limit: 200, ...given({ cursor }) });
    const waiting = data.find(
      ({ acknowledgement }) => acknowledgement?.state === 'pending' && acknowledgement.expected,
    );
    if (waiting) return waiting.id;
    cursor = next ?? undefined;
  } while (cursor !== undefined);
  throw new Error('No active warning waits for your team’s answer.');
}
