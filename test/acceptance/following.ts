import { appendFileSync } from 'node:fs';
import { connect } from '../../client-sdk/src/index.ts';
import { filePositions } from '../../client-sdk/src/node.ts';

/**
 * A consumer in a process of its own: writes the id of each event that it is handed to a file, and dies with −9 between two of them,
 * the position of the `dieAfter`th stored and the next one not yet handed over.
 */
const [url = '', token = '', file = '', effects = '', dieAfter = ''] = process.argv.slice(2);
const store = filePositions(file);
let handed = 0;

const client = connect({
  url,
  token,
  consumer: 'desk',
  backoff: { base: 20, cap: 200 },
  positions: {
    ...store,
    async save(consumer, position) {
      await store.save(consumer, position);
      if (handed === Number(dieAfter)) process.kill(process.pid, 'SIGKILL');
    },
  },
});

client.onState((state) => process.stdout.write(`${state}\n`));
for await (const event of client.events({ statuses: ['test'] })) {
  appendFileSync(effects, `${event.id}\n`);
  handed += 1;
}
