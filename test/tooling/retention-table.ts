import { pathToFileURL } from 'node:url';
import { retention } from '../../core/domain/retention.ts';

/** The table of docs/data-protection.md: `npx tsx test/tooling/retention-table.ts` prints it. */
export function retentionTable(): string {
  const rows = Object.values(retention).map(
    ({ what, why, days, from, setting, least }) =>
      `| ${what} | ${why} | ${days} days after ${from} | \`${setting}\`, ${least} at least |`,
  );
  return ['| what is kept | why | how long | set by |', '| --- | --- | --- | --- |', ...rows].join('\n');
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  process.stdout.write(`${retentionTable()}\n`);
}
