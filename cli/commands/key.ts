import { Argument, Command, Option } from 'commander';
import { keyPatch, keyRotation } from '../../core/contract/key.ts';
import { codesOf, scopes as every, type Scope } from '../../core/contract/vocabularies.ts';
import { keyState, type Key } from '../../core/domain/key.ts';
import { checked } from '../../core/store/commands/checked.ts';
import { addKey, changeKey, revokeKey, rotateKey } from '../../core/store/commands/key.ts';
import { findKeys, listKeys } from '../../core/store/keys.ts';
import type { Store } from '../../core/store/store.ts';
import { findOrganisation, findTeam, withStore } from '../database.ts';
import { moment, span } from '../moment.ts';
import { given, jsonOption, list, listOf } from '../options.ts';
import { print, printJson, printTable, say } from '../terminal.ts';

interface AddOptions {
  name: string;
  scope: string[];
  team?: string[];
  network?: string[];
  expires?: string;
  json?: true;
}

export function keyCommand(): Command {
  return new Command('key')
    .description('the API keys of an organisation')
    .addCommand(addCommand())
    .addCommand(listCommand())
    .addCommand(rotateCommand())
    .addCommand(networksCommand())
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
    .addOption(networkOption())
    .option('--expires <when>', 'e.g. 90d, or RFC 3339, within two years (default: never)', (text) => moment(text))
    .addOption(jsonOption)
    .addHelpText(
      'after',
      `
Examples:
  tocsin key add "Wachsam e.V." --name "newsroom" --scope warnings:read,warnings:write
  tocsin key add Agora --name "queue" --scope warnings:read,acknowledgements:write,subscriptions:write --expires 365d`,
    )
    .action(async (wanted: string, { name, scope, team: wantedTeams = [], network, expires, json }: AddOptions) => {
      const { key, token } = await withStore((store) => {
        const organisation = findOrganisation(store.directory(), wanted);
        const teams = wantedTeams.map((one) => findTeam(store.directory(), organisation, one).id);
        const sent = {
          organisationId: organisation.id,
          name,
          teams,
          ...given({ expiresAt: expires, networks: network }),
        };
        return store.writer.run(addKey({ ...sent, scopes: scope as Scope[] }));
      });
      return show(key, token, json);
    });
}

function networkOption(): Option {
  const words = 'where it may be used from: addresses or ranges, e.g. 192.0.2.0/24 (default: anywhere)';
  return new Option('--network <ranges>', words).argParser(list);
}

function show(key: Key, token: string, json: true | undefined): void {
  if (json) return printJson({ ...key, token });
  say('This is shown once and kept nowhere: only its digest is.');
  return print(token);
}

function listCommand(): Command {
  return new Command('list')
    .description('list the keys of an organisation, revoked ones too; never the tokens themselves')
    .argument('<organisation>', 'its id or its name')
    .addOption(jsonOption)
    .action(async (wanted: string, { json }: { json?: true }) => {
      const keys = await withStore((store) => listKeys(store.sql, findOrganisation(store.directory(), wanted).id));
      if (json) return printJson(keys);
      return printTable(['PREFIX', 'NAME', 'SCOPES', 'NETWORKS', 'MADE', 'LAST USED', 'STANDING'], keys.map(row));
    });
}

function row(key: Key): string[] {
  const { prefix, name, scopes, networks, createdAt, lastUsedAt } = key;
  return [prefix, name, scopes.join(','), networks.join(',') || '-', createdAt, lastUsedAt ?? 'never', standing(key)];
}

function standing(key: Key): string {
  const { expiresAt, revokedAt } = key;
  const state = keyState(key, new Date());
  if (state === 'revoked') return `revoked ${revokedAt}`;
  if (state === 'expired') return `expired ${expiresAt}`;
  return expiresAt === null ? 'valid' : `until ${expiresAt}`;
}

const keyArgument = new Argument('<key>', 'its id, or its prefix: the part between the two underlines of its token');

/** @throws Error saying how to name it */
async function wantedKey(store: Store, wanted: string): Promise<Key> {
  const [found, ...others] = await findKeys(store.sql, wanted);
  if (!found) throw new Error(`There is no key "${wanted}". \`tocsin key list <organisation>\` names them.`);
  if (others.length > 0) throw new Error(`Several keys bear the prefix "${wanted}": name one by its id.`);
  return found;
}

function rotateCommand(): Command {
  return new Command('rotate')
    .description('replace a key by a new one like it, which is shown this once; both work while they overlap')
    .addArgument(keyArgument)
    .option('--overlap <span>', 'how long the old one goes on working, up to 7d, e.g. 90m or 24h', span, 86_400)
    .addOption(jsonOption)
    .action(async (wanted: string, { overlap, json }: { overlap: number; json?: true }) => {
      const { key, token } = await withStore(async (store) => {
        const { id } = await wantedKey(store, wanted);
        return store.writer.run(rotateKey(id, checked(keyRotation, { overlap })));
      });
      return show(key, token, json);
    });
}

function networksCommand(): Command {
  return new Command('networks')
    .description('limit a key to networks, or to none; what is connected from elsewhere is closed within a second')
    .addArgument(keyArgument)
    .addOption(networkOption())
    .addOption(new Option('--anywhere', 'limit it to none').conflicts('network'))
    .addOption(jsonOption)
    .action(
      async (wanted: string, { network, anywhere, json }: { network?: string[]; anywhere?: true; json?: true }) => {
        if (!network && !anywhere)
          throw new Error('Say where the key may be used from: --network <ranges> or --anywhere.');
        const key = await withStore(async (store) => {
          const { id } = await wantedKey(store, wanted);
          return store.writer.run(changeKey(id, checked(keyPatch, { networks: network ?? [] })));
        });
        const where = key.networks.length === 0 ? 'anywhere' : key.networks.join(', ');
        return json ? printJson(key) : print(`The key ${key.prefix} (${key.name}) may be used from ${where}.`);
      },
    );
}

function revokeCommand(): Command {
  return new Command('revoke')
    .description('end a key for good, and its live connections within a second')
    .addArgument(keyArgument)
    .addOption(jsonOption)
    .action(async (wanted: string, { json }: { json?: true }) => {
      const key = await withStore(async (store) => {
        const found = await wantedKey(store, wanted);
        await store.writer.run(revokeKey(found.id));
        return found;
      });
      return json ? printJson({ id: key.id, revoked: true }) : print(`Revoked the key ${key.prefix} (${key.name}).`);
    });
}
