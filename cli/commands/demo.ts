import { Command } from 'commander';

export function demoCommand(): Command {
  return new Command('demo')
    .description('run a whole network in this process: what `npm start` does')
    .option('--empty', 'without the demo’s organisations and warnings')
    .addHelpText(
      'after',
      `
It brings its own PostgreSQL, queue and mail sink; each of DATABASE_URL, REDIS_URL and SMTP_URL that is set takes the place
of one. Its data stays in TOCSIN_DATA_DIR (./data), so that the next start finds everything as it was.

Examples:
  tocsin demo
  PORT=8490 TOCSIN_DATA_DIR=./data-2 tocsin demo --empty`,
    )
    .action(async ({ empty }: { empty?: true }) => {
      const { runNetwork } = await import('../embedded/network.ts');
      await runNetwork(process.env, { empty: empty ?? false });
    });
}
