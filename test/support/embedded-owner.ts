import { startEmbeddedPostgres } from '../../cli/embedded/postgres.ts';

/** A program of its own that holds the data directory given to it until it is killed. */
const dataDir = process.argv[2];
if (dataDir === undefined) throw new Error('Name the data directory.');
const { url, pid } = await startEmbeddedPostgres({ dataDir, log: (line) => console.error(line) });
console.log(JSON.stringify({ url, pid }));
setInterval(() => undefined, 60_000);
