import { Command, Option } from 'commander';
import { codesOf, roles, type Role } from '../../core/contract/vocabularies.ts';
import { addMember } from '../../core/store/commands/member.ts';
import { findOrganisation, withStore } from '../database.ts';
import { given, jsonOption } from '../options.ts';
import { print, printJson, printTable } from '../terminal.ts';

interface AddOptions {
  name: string;
  address: string;
  role: Role;
  language?: string;
  red?: true;
  json?: true;
}

export function memberCommand(): Command {
  return new Command('member')
    .description('the people of an organisation, whom its escalation policy reaches')
    .addCommand(addCommand())
    .addCommand(listCommand());
}

function addCommand(): Command {
  return new Command('add')
    .description('add a person to an organisation')
    .argument('<organisation>', 'its id or its name')
    .requiredOption('--name <name>', 'of the person; others never see it')
    .requiredOption('--address <address>', 'where their mails go')
    .addOption(new Option('--role <role>', 'what they may do').choices(codesOf(roles)).makeOptionMandatory())
    .option('--language <tag>', 'of their mails (default: English)')
    .option('--red', 'put them on the TLP:RED list of their organisation')
    .addOption(jsonOption)
    .addHelpText(
      'after',
      '\nExample:\n  tocsin member add "Wachsam e.V." --name "Ida Berg" --address ida@wachsam.example --role responder --language de',
    )
    .action(async (wanted: string, { name, address, role, language, red, json }: AddOptions) => {
      const member = await withStore((store) => {
        const { id: organisationId } = findOrganisation(store.directory(), wanted);
        return store.writer.run(
          addMember({ organisationId, name, address, role, red: red ?? false, ...given({ language }) }),
        );
      });
      return json ? printJson(member) : print(`Added ${member.name} (${member.role}) as ${member.id}.`);
    });
}

function listCommand(): Command {
  return new Command('list')
    .description('list the people of an organisation')
    .argument('<organisation>', 'its id or its name')
    .addOption(jsonOption)
    .action(async (wanted: string, { json }: { json?: true }) => {
      const members = await withStore(async (store) => {
        const { id } = findOrganisation(store.directory(), wanted);
        return store.directory().membersByOrganisation.get(id) ?? [];
      });
      if (json) return printJson(members);
      return printTable(
        ['ID', 'NAME', 'ADDRESS', 'ROLE', 'LANGUAGE', 'RED'],
        members.map(({ id, name, address, role, language, red }) => [
          id,
          name,
          address,
          role,
          language ?? '-',
          red ? 'yes' : 'no',
        ]),
      );
    });
}
