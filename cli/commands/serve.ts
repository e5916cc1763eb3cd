import { Command } from 'commander';

export function serveCommand(): Command {
  return new Command('serve')
    .description('serve HTTP, live events and the console (DATABASE_URL; REDIS_URL where there are several)')
    .addHelpText(
      'after',
      '\nExample:\n  DATABASE_URL=postgres://tocsin:secret@db/tocsin REDIS_URL=redis://redis PORT=8480 tocsin serve',
    )
    .action(async () => {
      const { serve } = await import('../production.ts');
      await serve(process.env);
    });
}
