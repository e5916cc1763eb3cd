import { Command, Option } from 'commander';
import type { Target } from '../../core/contract/escalation-policy.ts';
import type { FilterRequest } from '../../core/contract/filter.ts';
import { subscriptionRequest } from '../../core/contract/subscription.ts';
import { codesOf, severities, statuses, type Role, type Severity } from '../../core/contract/vocabularies.ts';
import type { Directory, Subscription } from '../../core/domain/directory.ts';
import type { Organisation } from '../../core/domain/organisation.ts';
import { adviceOn } from '../../core/domain/subscription.ts';
import { checked } from '../../core/store/commands/checked.ts';
import { addSubscription } from '../../core/store/commands/subscription.ts';
import type { Store } from '../../core/store/store.ts';
import { findOrganisation, findTeam, withStore } from '../database.ts';
import { onBehalfOf } from '../operator.ts';
import { countryOption, given, groundOption, jsonOption, languageList, list, listOf } from '../options.ts';
import { print, printJson } from '../terminal.ts';

interface AddOptions {
  name: string;
  country?: string[];
  language?: string[];
  ground?: string[];
  severity?: Severity;
  status?: string[];
  team?: string;
  mail?: string[];
  json?: true;
}

export function subscriptionCommand(): Command {
  return new Command('subscription').description('what a team follows').addCommand(addCommand());
}

function addCommand(): Command {
  return new Command('add')
    .description('let a team follow what matches a filter; a platform’s team is then expected to answer it')
    .argument('<organisation>', 'its id or its name')
    .requiredOption('--name <name>', 'up to 80 characters')
    .addOption(countryOption)
    .option('--language <tags>', 'languages the hatred is expected in, e.g. de,pl', languageList)
    .addOption(groundOption)
    .addOption(new Option('--severity <floor>', 'this or worse (default: minor)').choices(codesOf(severities)))
    .option(
      '--status <codes>',
      `of ${codesOf(statuses).join(', ')} (default: actual,exercise)`,
      listOf(codesOf(statuses)),
    )
    .option('--team <team>', 'by id or name (default: the first)')
    .option('--mail <targets>', 'mail it too: role:responder, or an address', list)
    .addOption(jsonOption)
    .addHelpText(
      'after',
      '\nExample:\n  tocsin subscription add Agora --name "German desk" --country DE,AT --language de --mail role:responder',
    )
    .action(async (wanted: string, options: AddOptions) => {
      const subscription = await withStore((store) => add(store, wanted, options));
      const advice = adviceOn(subscription.filter);
      if (options.json) return printJson({ ...subscription, advice });
      print(`Added the subscription "${subscription.name}" as ${subscription.id}.`);
      for (const { message } of advice) print(`Mind: ${message}`);
    });
}

function add(store: Store, wanted: string, options: AddOptions): Promise<Subscription> {
  const directory = store.directory();
  const organisation = findOrganisation(directory, wanted);
  const { name, country, language, ground, severity, status, mail } = options;
  const to = mail?.map((one) => target(one, directory, organisation));
  const sent = checked(subscriptionRequest, {
    name,
    team: findTeam(directory, organisation, options.team).id,
    filter: given({
      countries: country,
      languages: language,
      grounds: ground as FilterRequest['grounds'],
      severity,
      statuses: status as FilterRequest['statuses'],
    }),
    channels: [{ type: 'live' }, ...(to ? [{ type: 'email', to } as const] : [])],
  });
  const by = onBehalfOf(organisation, directory);
  return store.writer.run(by.signed(addSubscription(by.caller, sent)));
}

/** A role, a member by address, or an address that is asked first. */
function target(text: string, { members }: Directory, { id }: Organisation): Target {
  if (text.startsWith('role:')) return { type: 'role', role: text.slice('role:'.length) as Role };
  const same = [...members.values()].filter((one) => one.organisationId === id && one.address === text);
  return same[0] ? { type: 'member', id: same[0].id } : { type: 'email', address: text };
}
