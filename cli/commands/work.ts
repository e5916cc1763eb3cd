import { Command } from 'commander';

export function workCommand(): Command {
  return new Command('work')
    .description('dispatch, escalate, mail and keep house (DATABASE_URL, SMTP_URL; REDIS_URL as the servers have it)')
    .addHelpText(
      'after',
      '\nExample:\n  DATABASE_URL=postgres://tocsin:secret@db/tocsin SMTP_URL=smtp://mail:1025 tocsin work',
    )
    .action(async () => {
      const { work } = await import('../production.ts');
      await work(process.env);
    });
}
