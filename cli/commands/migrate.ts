import { Command } from 'commander';
import { readConfig } from '../../core/config/config.ts';
import { migrate } from '../../core/store/migrate.ts';
import { databaseUrlOf } from '../database.ts';
import { jsonOption } from '../options.ts';
import { print, printJson, say } from '../terminal.ts';

export function migrateCommand(): Command {
  return new Command('migrate')
    .description('bring the database to the newest schema; run it before `serve` and `work` of a new version')
    .addOption(jsonOption)
    .action(async ({ json }: { json?: true }) => {
      const applied = await migrate(databaseUrlOf(readConfig(process.env)), say);
      if (json) return printJson({ applied });
      return print(applied.length === 0 ? 'The database is up to date.' : 'The database is up to date now.');
    });
}
