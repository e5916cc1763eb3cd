import { Argument, Command, Option } from 'commander';
import {
  admission,
  applicationQuestion,
  applicationRefusal,
  applicationState,
  type Application,
  type ApplicationState,
} from '../../core/contract/application.ts';
import { codesOf, organisationKinds, tlps, type OrganisationKind, type Tlp } from '../../core/contract/vocabularies.ts';
import { everyApplication } from '../../core/store/applications.ts';
import { admit, askApplicant, refuseApplication } from '../../core/store/commands/application.ts';
import { checked } from '../../core/store/commands/checked.ts';
import type { Store } from '../../core/store/store.ts';
import { withStore } from '../database.ts';
import { asCoordinator } from '../operator.ts';
import { given, jsonOption, yesOption } from '../options.ts';
import { confirm, print, printJson, printTable } from '../terminal.ts';

export function applicationCommand(): Command {
  return new Command('application')
    .description('who asks to join the network, and what the coordinator decides')
    .addCommand(listCommand())
    .addCommand(showCommand())
    .addCommand(askCommand())
    .addCommand(admitCommand())
    .addCommand(refuseCommand());
}

const applicationArgument = new Argument('<application>', 'its id, or the name of the organisation');

/** @throws Error saying how to name it */
async function wantedApplication({ sql }: Store, wanted: string): Promise<Application> {
  const all = await everyApplication(sql);
  const [found, ...others] = all.filter(
    ({ id, organisation }) => id === wanted || organisation.toLowerCase() === wanted.toLowerCase(),
  );
  if (!found)
    throw new Error(`There is no application "${wanted}". \`tocsin application list\` names those there are.`);
  if (others.length > 0) throw new Error(`"${wanted}" applied several times: name one application by its id.`);
  return found;
}

function listCommand(): Command {
  const states = applicationState.exclude(['unconfirmed']).options;
  return new Command('list')
    .description('list the applications, newest first; those whose contact has not confirmed are not shown')
    .addOption(
      new Option('--state <state>', '`open` waits for the coordinator, `asked` for the applicant').choices(states),
    )
    .addOption(jsonOption)
    .action(async ({ state, json }: { state?: ApplicationState; json?: true }) => {
      const all = await withStore(({ sql }) => everyApplication(sql, state));
      if (json) return printJson(all);
      return printTable(
        ['ID', 'ORGANISATION', 'KIND', 'COUNTRIES', 'SENT', 'STATE'],
        all.map((one) => [one.id, one.organisation, one.kind, one.countries.join(' '), one.createdAt, one.state]),
      );
    });
}

function showCommand(): Command {
  return new Command('show')
    .description('show an application and what was written about it')
    .addArgument(applicationArgument)
    .addOption(jsonOption)
    .action(async (wanted: string, { json }: { json?: true }) => {
      const found = await withStore((store) => wantedApplication(store, wanted));
      if (json) return printJson(found);
      for (const [name, value] of described(found)) print(`${`${name}:`.padEnd(17)}${value}`);
      print(`\n${found.purpose}`);
      for (const { author, text, at } of found.messages) print(`\n${at}, the ${author}:\n${text}`);
    });
}

function described(one: Application): [string, string][] {
  const { trustedFlagger: flagger, contact } = one;
  const number = flagger?.number === undefined ? '' : ` (${flagger.number})`;
  return [
    ['Organisation', one.organisation],
    ['Id', one.id],
    ['State', one.state],
    ['Kind', one.kind],
    ['Legal form', one.legalForm],
    ['Registration', one.registration ?? '-'],
    ['Website', one.website ?? '-'],
    ['Countries', one.countries.join(' ')],
    ['Languages', one.languages.join(' ')],
    ['Grounds', one.grounds.join(' ') || '-'],
    ['Trusted flagger', flagger ? `${flagger.by}${number}` : '-'],
    ['Contact', `${contact.name} <${contact.address}>`],
    ['Sent', one.createdAt],
  ];
}

function askCommand(): Command {
  return new Command('ask')
    .description('ask the applicant something, by mail; they answer by its link')
    .addArgument(applicationArgument)
    .requiredOption('--text <text>', 'the question')
    .addOption(jsonOption)
    .action(async (wanted: string, { text, json }: { text: string; json?: true }) => {
      const sent = checked(applicationQuestion, { text });
      const asked = await withStore(async (store) => {
        const { id } = await wantedApplication(store, wanted);
        const { caller, signed } = asCoordinator(store.directory());
        return store.writer.run(signed(askApplicant(caller, id, sent.text)));
      });
      return json ? printJson(asked) : print(`Asked ${asked.contact.name} of ${asked.organisation}.`);
    });
}

interface AdmitOptions {
  name?: string;
  kind?: Exclude<OrganisationKind, 'coordinator'>;
  clearance?: Tlp;
  listed: boolean;
  raiseLimits: boolean;
  yes?: true;
  json?: true;
}

function admitCommand(): Command {
  const kinds = codesOf(organisationKinds).filter((kind) => kind !== 'coordinator');
  return new Command('admit')
    .description('admit the organisation, and invite its contact as its owner')
    .addArgument(applicationArgument)
    .option('--name <name>', 'instead of the one applied with')
    .addOption(new Option('--kind <kind>', 'instead of the one applied as').choices(kinds))
    .addOption(
      new Option(
        '--clearance <tlp>',
        'the highest marking it may read (default: TLP:GREEN for observers, else all)',
      ).choices(codesOf(tlps)),
    )
    .option('--no-listed', 'others do not find it in GET /organisations')
    .option('--no-raise-limits', 'without the limits of a newcomer: 3 extreme and 6 severe warnings an hour')
    .addOption(yesOption)
    .addOption(jsonOption)
    .action(async (wanted: string, { yes, json, raiseLimits, ...options }: AdmitOptions) => {
      const sent = checked(admission, { ...given(options), ...(raiseLimits ? {} : { raiseLimits: null }) });
      const admitted = await withStore(async (store) => {
        const { id, organisation, contact } = await wantedApplication(store, wanted);
        const { caller, signed } = asCoordinator(store.directory());
        const { name = organisation } = sent;
        await confirm(`${name} is admitted, and ${contact.name} (${contact.address}) invited as its owner.`, yes);
        return store.writer.run(signed(admit(caller, id, sent)));
      });
      if (json) return printJson(admitted);
      return print(`Admitted ${admitted.organisation} as ${admitted.admittedAs}; ${admitted.contact.name} is invited.`);
    });
}

function refuseCommand(): Command {
  return new Command('refuse')
    .description('refuse the application; the applicant is mailed, and reads why by the link')
    .addArgument(applicationArgument)
    .requiredOption('--reason <text>', 'why')
    .addOption(yesOption)
    .addOption(jsonOption)
    .action(async (wanted: string, { reason, yes, json }: { reason: string; yes?: true; json?: true }) => {
      const sent = checked(applicationRefusal, { reason });
      const refused = await withStore(async (store) => {
        const { id, organisation } = await wantedApplication(store, wanted);
        const { caller, signed } = asCoordinator(store.directory());
        await confirm(`The application of ${organisation} is refused for good; to be admitted it applies anew.`, yes);
        return store.writer.run(signed(refuseApplication(caller, id, sent.reason)));
      });
      return json ? printJson(refused) : print(`Refused ${refused.organisation}.`);
    });
}
