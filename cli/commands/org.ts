import { Command, Option } from 'commander';
import { codesOf, organisationKinds, tlps, type OrganisationKind, type Tlp } from '../../core/contract/vocabularies.ts';
import type { Organisation } from '../../core/domain/organisation.ts';
import { addOrganisation, resumeOrganisation, suspendOrganisation } from '../../core/store/commands/organisation.ts';
import { findOrganisation, withStore } from '../database.ts';
import { countryOption, given, jsonOption, languageList } from '../options.ts';
import { print, printJson, printTable } from '../terminal.ts';
import { brakeCommand, releaseCommand, retractCommand } from './org-measures.ts';

interface AddOptions {
  kind: OrganisationKind;
  country?: string[];
  language?: string[];
  clearance?: Tlp;
  unlisted?: true;
  json?: true;
}

export function orgCommand(): Command {
  return new Command('org')
    .description('the organisations of the network')
    .addCommand(addCommand())
    .addCommand(listCommand())
    .addCommand(standingCommand('suspend', 'shut an organisation out until it is resumed; nothing of it is lost'))
    .addCommand(standingCommand('resume', 'let a suspended organisation back in'))
    .addCommand(brakeCommand())
    .addCommand(releaseCommand())
    .addCommand(retractCommand());
}

function addCommand(): Command {
  return new Command('add')
    .description('admit an organisation, with its first team')
    .argument('<name>', 'up to 80 characters')
    .addOption(new Option('--kind <kind>', 'what it is').choices(codesOf(organisationKinds)).makeOptionMandatory())
    .addOption(countryOption)
    .option('--language <tags>', 'BCP 47, e.g. de,fr', languageList)
    .addOption(
      new Option(
        '--clearance <tlp>',
        'the highest marking it may read (default: TLP:GREEN for observers, else all)',
      ).choices(codesOf(tlps)),
    )
    .option('--unlisted', 'others do not find it in GET /organisations')
    .addOption(jsonOption)
    .addHelpText('after', '\nExample:\n  tocsin org add "Wachsam e.V." --kind cso --country DE,AT --language de')
    .action(async (name: string, options: AddOptions) => {
      const { kind, country: countries, language: languages, clearance, unlisted, json } = options;
      const sent = { name, kind, ...given({ countries, languages, clearance }), listed: !unlisted };
      const { organisation, team } = await withStore((store) => store.writer.run(addOrganisation(sent)));
      if (json) return printJson({ organisation, team: { id: team.id, name: team.name } });
      return print(`Added ${organisation.name} (${organisation.kind}) as ${organisation.id}.`);
    });
}

function listCommand(): Command {
  return new Command('list')
    .description('list the organisations, suspended and unlisted ones too')
    .addOption(jsonOption)
    .action(async ({ json }: { json?: true }) => {
      const all = await withStore(async (store) => [...store.directory().organisations.values()]);
      if (json) return printJson(all);
      return printTable(['ID', 'NAME', 'KIND', 'COUNTRIES', 'LANGUAGES', 'CLEARANCE', 'STANDING'], all.map(row));
    });
}

function row({ id, name, kind, countries, languages, clearance, listed, suspended, braked }: Organisation): string[] {
  const standing = suspended ? 'suspended' : listed ? 'listed' : 'unlisted';
  const shown = braked ? `${standing}, braked` : standing;
  return [id, name, kind, countries.join(' ') || '-', languages.join(' ') || '-', clearance, shown];
}

function standingCommand(verb: 'suspend' | 'resume', description: string): Command {
  const change = verb === 'suspend' ? suspendOrganisation : resumeOrganisation;
  return new Command(verb)
    .description(description)
    .argument('<organisation>', 'its id or its name')
    .addOption(jsonOption)
    .action(async (wanted: string, { json }: { json?: true }) => {
      const changed = await withStore(async (store) => {
        const organisation = findOrganisation(store.directory(), wanted);
        await store.writer.run(change(organisation.id));
        return { ...organisation, suspended: verb === 'suspend' };
      });
      return json ? printJson(changed) : print(`${changed.name} is ${changed.suspended ? 'suspended' : 'resumed'}.`);
    });
}
