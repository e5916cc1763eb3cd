import { Command, Option } from 'commander';
import { colleaguePatch, invitationRequest } from '../../core/contract/member.ts';
import { codesOf, roles, type Role } from '../../core/contract/vocabularies.ts';
import type { Member } from '../../core/domain/organisation.ts';
import { checked } from '../../core/store/commands/checked.ts';
import { invite } from '../../core/store/commands/invitation.ts';
import { addMember, changeMember, checkTeams, removeMember } from '../../core/store/commands/member.ts';
import type { Invitation } from '../../core/store/invitations.ts';
import type { Store } from '../../core/store/store.ts';
import { findMember, findOrganisation, findTeam, withStore } from '../database.ts';
import { onBehalfOf } from '../operator.ts';
import { given, jsonOption, languageOption, list, yesOption } from '../options.ts';
import { confirm, print, printJson, printTable } from '../terminal.ts';

interface AddOptions {
  name: string;
  address: string;
  role: Role;
  language?: string;
  red?: true;
  json?: true;
}

interface InviteOptions {
  address: string;
  role: Role;
  team?: string[];
  language?: string;
  json?: true;
}

interface ChangeOptions {
  name?: string;
  role?: Role;
  language?: string;
  team?: string[];
  everyTeam?: true;
  red?: boolean;
  json?: true;
}

const roleOption = (words: string): Option => new Option('--role <role>', words).choices(codesOf(roles));

export function memberCommand(): Command {
  return new Command('member')
    .description('the people of an organisation, whom its escalation policy reaches')
    .addCommand(inviteCommand())
    .addCommand(addCommand())
    .addCommand(listCommand())
    .addCommand(changeCommand())
    .addCommand(removeCommand());
}

function inviteCommand(): Command {
  return new Command('invite')
    .description('ask a person by mail to join an organisation; the link lasts fourteen days, and replaces one before')
    .argument('<organisation>', 'its id or its name')
    .requiredOption('--address <address>', 'where the invitation goes')
    .addOption(roleOption('what they will be able to do').makeOptionMandatory())
    .option('--team <teams>', 'limit them to these teams, by id or name (default: all of them, later ones too)', list)
    .addOption(languageOption)
    .addOption(jsonOption)
    .addHelpText(
      'after',
      '\nExample:\n  tocsin member invite "Wachsam e.V." --address ida@wachsam.example --role owner --language de',
    )
    .action(async (wanted: string, { json, ...options }: InviteOptions) => {
      const invitation = await withStore((store) => invited(store, wanted, options));
      if (json) return printJson(invitation);
      return print(`Invited ${invitation.address} (${invitation.role}); the link lasts until ${invitation.expiresAt}.`);
    });
}

function invited(store: Store, wanted: string, { team, ...options }: InviteOptions): Promise<Invitation> {
  const organisation = findOrganisation(store.directory(), wanted);
  const teams = team?.map((one) => findTeam(store.directory(), organisation, one).id);
  const asked = checked(invitationRequest, { ...options, ...given({ teams }) });
  const { actor } = onBehalfOf(organisation, store.directory());
  return store.writer.run((unit) => {
    checkTeams(unit, organisation.id, asked.teams ?? []);
    return invite(unit, { ...asked, organisationId: organisation.id }, actor);
  });
}

function addCommand(): Command {
  return new Command('add')
    .description('add a person to an organisation without asking them; `invite` asks')
    .argument('<organisation>', 'its id or its name')
    .requiredOption('--name <name>', 'of the person; others never see it')
    .requiredOption('--address <address>', 'where their mails go')
    .addOption(roleOption('what they may do').makeOptionMandatory())
    .addOption(languageOption)
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

const memberWords = 'their id or mail address';

function changeCommand(): Command {
  return new Command('change')
    .description('change what a person may do, their teams, name or language; their open pages follow within a second')
    .argument('<organisation>', 'its id or its name')
    .argument('<member>', memberWords)
    .addOption(roleOption('what they may do'))
    .option('--team <teams>', 'limit them to these teams, by id or name', list)
    .addOption(new Option('--every-team', 'limit them to none').conflicts('team'))
    .option('--name <name>', 'of the person')
    .addOption(languageOption)
    .option('--red', 'put them on the TLP:RED list of their organisation')
    .option('--no-red', 'take them off it')
    .addOption(jsonOption)
    .action(async (wanted: string, whom: string, { json, ...options }: ChangeOptions) => {
      if (Object.keys(options).length === 0) {
        throw new Error('Say what to change: --role, --team, --every-team, --name, --language, --red or --no-red.');
      }
      const member = await withStore((store) => changed(store, wanted, whom, options));
      return json
        ? printJson(member)
        : print(`${member.name} is ${member.role}${member.red ? ', on the TLP:RED list' : ''}.`);
    });
}

function changed(
  store: Store,
  wanted: string,
  whom: string,
  { team, everyTeam, ...options }: ChangeOptions,
): Promise<Member> {
  const organisation = findOrganisation(store.directory(), wanted);
  const { id } = findMember(store.directory(), organisation, whom);
  const teams = everyTeam ? [] : team?.map((one) => findTeam(store.directory(), organisation, one).id);
  const sent = checked(colleaguePatch, { ...options, ...given({ teams }) });
  const { owner, signed } = onBehalfOf(organisation, store.directory());
  return store.writer.run(signed(changeMember(owner, id, sent)));
}

function removeCommand(): Command {
  return new Command('remove')
    .description('let a person out of an organisation: their sessions, passkeys and codes end; the last owner stays')
    .argument('<organisation>', 'its id or its name')
    .argument('<member>', memberWords)
    .addOption(yesOption)
    .addOption(jsonOption)
    .action(async (wanted: string, whom: string, { yes, json }: { yes?: true; json?: true }) => {
      const member = await withStore(async (store) => {
        const organisation = findOrganisation(store.directory(), wanted);
        const found = findMember(store.directory(), organisation, whom);
        await confirm(`${found.name} (${found.address}) is removed from ${organisation.name}.`, yes);
        const { owner, signed } = onBehalfOf(organisation, store.directory());
        await store.writer.run(signed(removeMember(owner, found.id)));
        return found;
      });
      return json ? printJson({ id: member.id, removed: true }) : print(`Removed ${member.name}.`);
    });
}
