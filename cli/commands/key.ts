import { Command, Option } from 'commander';
import { codesOf, scopes as every, type Scope } from '../../core/contract/vocabularies.ts';
import { addKey, revokeKey } from '../../core/store/commands/key.ts';
import { findKeys, listKeys, type Key } from '../../core/store/keys.ts';
import { findOrganisation, findTeam, withStore } from '../database.ts';
import { moment } from '../moment.ts';
import { given, jsonOption, list, listOf } from '../options.ts';
import { print, printJson, printTable, say } from '../terminal.ts';

interface AddOptions {
  name: string;
  scope: string[];
  team?: string[];
  expires?: string;
  json?: true;
}

export function keyCommand(): Command {
  return new Command('key')
    .description('the API keys of an organisation')
    .addCommand(addCommand())
    .addCommand(listCommand())
    .addCommand(revokeCommand());
}

function addCommand(): Command {
  return new Command('add')
    .description('make an API key; it is shown this once')
    .argument('<organisation>', 'its id or its name')
    .requiredOption('--name <name>', 'what it is for, up to 80 characters')
    .addOption(
      new Option('--scope <scopes>', `what it may do: ${codesOf(every).join(', ')}`)
        .argParser(listOf(codesOf(every)))
        .makeOptionMandatory(),
    )
    .option('--team <teams>', 'limit it to these teams, by id or name (default: all of them, later ones too)', list)
    .option('--expires <when>', 'e.g. 90d, or RFC 3339 (default: never)', (text) => moment(text))
    .addOption(jsonOption)
    .addHelpText(
      'after',
      `
Examples:
  tocsin key add "Wachsam e.V." --name "newsroom" --scope warnings:read,warnings:write
  tocsin key add Agora --name "queue" --scope warnings:read,acknowledgements:write,subscriptions:write --expires 365d`,
    )
    .action(async (wanted: string, { name, scope, team: wantedTeams = [], expires, json }: AddOptions) => {
      const { key, token } = await withStore((store) => {
        const organisation = findOrganisation(store.directory(), wanted);
        const teams = wantedTeams.map((one) => findTeam(store.directory(), organisation, one).id);
        const sent = { organisationId: organisation.id, name, teams, ...given({ expiresAt: expires }) };
        return store.writer.run(addKey({ ...sent, scopes: scope as Scope[] }));
      });
      if (json) return printJson({ ...key, token });
      say('This is shown once and kept nowhere: only its digest is.');
      return print(token);
    });
}

function listCommand(): Command {
  return new Command('list')
    .description('list the keys of an organisation, revoked ones too; never the tokens themselves')
    .argument('<organisation>', 'its id or its name')
    .addOption(jsonOption)
    .action(async (wanted: string, { json }: { json?: true }) => {
      const keys = await withStore((store) => listKeys(store.sql, findOrganisation(store.directory(), wanted).id));
      if (json) return printJson(keys);
      return printTable(['PREFIX', 'NAME', 'SCOPES', 'MADE', 'LAST USED', 'STANDING'], keys.map(row));
    });
}

function row({ prefix, name, scopes, createdAt, lastUsedAt, expiresAt, revokedAt }: Key): string[] {
  const until =
    expiresAt === null ? 'valid' : `${Date.parse(expiresAt) > Date.now() ? 'until' : 'expired'} ${expiresAt}`;
  const standing = revokedAt === null ? until : `revoked ${revokedAt}`;
  return [prefix, name, scopes.join(','), createdAt, lastUsedAt ?? 'never', standing];
}

function revokeCommand(): Command {
  return new Command('revoke')
    .description('end a key for good, and its live connections within a second')
    .argument('<key>', 'its id, or its prefix: the part between the two underlines of its token')
    .addOption(jsonOption)
    .action(async (wanted: string, { json }: { json?: true }) => {
      const key = await withStore(async (store) => {
        const [found, ...others] = await findKeys(store.sql, wanted);
        if (!found) throw new Error(`There is no key "${wanted}". \`tocsin key list <organisation>\` names them.`);
        if (others.length > 0) throw new Error(`Several keys bear the prefix "${wanted}": name one by its id.`);
        await store.writer.run(revokeKey(found.id));
        return found;
      });
      return json ? printJson({ id: key.id, revoked: true }) : print(`Revoked the key ${key.prefix} (${key.name}).`);
    });
}
