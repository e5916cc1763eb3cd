import { Command } from 'commander';
import { measureRequest, retractionRequest } from '../../core/contract/application.ts';
import type { Organisation } from '../../core/domain/organisation.ts';
import { brake, release, retractAll } from '../../core/store/commands/coordination.ts';
import { checked } from '../../core/store/commands/checked.ts';
import { findOrganisation, withStore } from '../database.ts';
import { asCoordinator } from '../operator.ts';
import { given, jsonOption, yesOption } from '../options.ts';
import { confirm, print, printJson } from '../terminal.ts';

/** What is told to the organisation's owners and managers by mail. */
const reasonWords = 'why; its owners and managers are mailed it';

export function brakeCommand(): Command {
  return new Command('brake')
    .description('let an organisation raise nothing, and widen nothing, until it is released; it can still call off')
    .argument('<organisation>', 'its id or its name')
    .requiredOption('--reason <text>', reasonWords)
    .addOption(jsonOption)
    .action(async (wanted: string, { reason, json }: { reason: string; json?: true }) => {
      const organisation = await withStore(async (store) => {
        const found = findOrganisation(store.directory(), wanted);
        const { caller, signed } = asCoordinator(store.directory());
        const sent = checked(measureRequest, { reason });
        await store.writer.run(signed(brake(caller, found.id, sent.reason)));
        return { ...found, braked: true };
      });
      return json ? printJson(organisation) : print(`${organisation.name} is braked: it raises nothing.`);
    });
}

export function releaseCommand(): Command {
  return new Command('release')
    .description('let a braked organisation raise again')
    .argument('<organisation>', 'its id or its name')
    .addOption(jsonOption)
    .action(async (wanted: string, { json }: { json?: true }) => {
      const organisation = await withStore(async (store) => {
        const found = findOrganisation(store.directory(), wanted);
        const { caller, signed } = asCoordinator(store.directory());
        await store.writer.run(signed(release(caller, found.id)));
        return { ...found, braked: false };
      });
      return json ? printJson(organisation) : print(`${organisation.name} is released: it may raise again.`);
    });
}

interface RetractOptions {
  reason: string;
  suspend?: true;
  withheld?: true;
  yes?: true;
  json?: true;
}

export function retractCommand(): Command {
  return new Command('retract')
    .description('call off all active warnings of an organisation that was not itself; all who got them are told')
    .argument('<organisation>', 'its id or its name')
    .requiredOption('--reason <text>', 'why; all who got them are told it')
    .option('--suspend', 'shut the organisation out in the same step')
    .option('--withheld', 'also those that withhold their issuer, though that lets others guess whose they are')
    .addOption(yesOption)
    .addOption(jsonOption)
    .action(async (wanted: string, { yes, json, ...options }: RetractOptions) => {
      const sent = checked(retractionRequest, given(options) as RetractOptions);
      const { organisation, retracted } = await withStore(async (store) => {
        const found = findOrganisation(store.directory(), wanted);
        const { caller, signed } = asCoordinator(store.directory());
        await confirm(question(found, options), yes);
        const run = <R>(command: Parameters<typeof signed<R>>[0]): Promise<R> => store.writer.run(signed(command));
        return { organisation: found, retracted: await retractAll(run, caller, found.id, sent) };
      });
      if (json) return printJson(retracted);
      print(`Called off ${retracted.warnings.length} of ${organisation.name}.`);
      if (retracted.withheldLeft > 0) {
        print(`${retracted.withheldLeft} that withhold their issuer go on; --withheld calls them off too.`);
      }
    });
}

function question({ name }: Organisation, { suspend }: Pick<RetractOptions, 'suspend'>): string {
  const shut = suspend ? `, and ${name} is suspended` : '';
  return `All active warnings of ${name} are called off, all who got them are told${shut}. That cannot be undone.`;
}
