import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { measureBoard } from './board.ts';
import { measureDigests } from './digests.ts';
import { measureFanOut } from './fan-out.ts';
import type { Part } from './figures.ts';
import { openGround, type Ground } from './ground.ts';
import { measureLateness } from './lateness.ts';
import { measureKeys } from './keys.ts';
import { describeMachine } from './machine.ts';
import { measureMemory } from './memory.ts';
import { measurePage } from './page.ts';
import { measureRaises } from './raises.ts';
import { sizes, type Size } from './sizes.ts';
import { measureStorm } from './storm.ts';
import { table, verdict } from './table.ts';

const measurements: Record<string, (ground: Ground, size: Size, judged: boolean) => Promise<Part>> = {
  'fan-out': (ground, size, judged) => measureFanOut(ground, size.fanOut, judged),
  memory: (ground, size, judged) => measureMemory(ground, size.memory, judged),
  raises: (ground, size, judged) => measureRaises(ground, size.raises, judged),
  storm: (ground, size, judged) => measureStorm(ground, size.storm, judged),
  keys: (ground, size, judged) => measureKeys(ground, size.keys, judged),
  lateness: (ground, size, judged) => measureLateness(ground, size.lateness, judged),
  digests: (ground, size, judged) => measureDigests(ground, size.digests, judged),
  page: (ground, size, judged) => measurePage(ground, size.page, judged),
  board: (ground, size, judged) => measureBoard(ground, size.board, judged),
};

const usage = `Usage: npm run bench -- [--only ${Object.keys(measurements).join(',')}] [--quick | --smallest] [--out bench-results.json]
--quick takes less than two minutes; targets are judged at the full size alone.`;

/** Measures one part after the other, prints each, and writes them all. */
async function bench(chosen: string[], size: Size, out: string): Promise<void> {
  const ground = await openGround();
  const stop = (): void => void ground.close().finally(() => process.exit(130));
  process.once('SIGINT', stop).once('SIGTERM', stop);
  try {
    const machine = describeMachine(ground.postgresVersion);
    const { processor, cores, memoryGigabytes, node, postgres, system } = machine;
    console.log(
      `${processor}, ${cores} cores, ${memoryGigabytes} GB; ${system}; Node.js ${node}, PostgreSQL ${postgres}; everything on loopback.\n`,
    );
    const parts: Record<string, Part> = {};
    for (const name of chosen) {
      const part = await measurements[name]?.(ground, size, size.name === 'full');
      if (!part) continue;
      parts[name] = part;
      console.log(table(part));
    }
    console.log(verdict(Object.values(parts)));
    await writeFile(out, `${JSON.stringify({ at: new Date(), size: size.name, machine, parts }, null, 2)}\n`);
    console.log(`Written to ${out}.`);
  } catch (error) {
    console.error(await ground.said());
    throw error;
  } finally {
    process.off('SIGINT', stop).off('SIGTERM', stop);
    await ground.close();
  }
}

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: Object.keys(measurements).join(',') },
    quick: { type: 'boolean', default: false },
    smallest: { type: 'boolean', default: false },
    out: { type: 'string', default: 'bench-results.json' },
    help: { type: 'boolean', default: false },
  },
});
const chosen = values.only.split(',');
const unknown = chosen.find((name) => !(name in measurements));
if (values.help || unknown !== undefined) {
  console.log(unknown === undefined ? usage : `There is no measurement "${unknown}".\n${usage}`);
  process.exitCode = unknown === undefined ? 0 : 2;
} else {
  const size = sizes[values.smallest ? 'smallest' : values.quick ? 'quick' : 'full'];
  await bench(chosen, size, values.out);
}
