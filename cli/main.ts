import { Command, CommanderError } from 'commander';
import { packageRoot } from '../server/package-root.ts';
import { acknowledgeCommand } from './commands/acknowledge.ts';
import { applicationCommand } from './commands/application.ts';
import { auditCommand } from './commands/audit.ts';
import { demoCommand } from './commands/demo.ts';
import { keyCommand } from './commands/key.ts';
import { mailCommand } from './commands/mail.ts';
import { memberCommand } from './commands/member.ts';
import { migrateCommand } from './commands/migrate.ts';
import { orgCommand } from './commands/org.ts';
import { raiseCommand } from './commands/raise.ts';
import { releaseCommand } from './commands/release.ts';
import { serveCommand } from './commands/serve.ts';
import { subscriptionCommand } from './commands/subscription.ts';
import { tailCommand } from './commands/tail.ts';
import { workCommand } from './commands/work.ts';
import { endWithReader } from './terminal.ts';
import { wrongInput } from './wrong-input.ts';

const help = `
Exit codes: 0 done, 1 failed (the reason is on standard error), 2 used wrongly.
Settings come from the environment: DATABASE_URL REDIS_URL SMTP_URL PORT TOCSIN_DATA_DIR TOCSIN_PUBLIC_URL
TOCSIN_METRICS_TOKEN TOCSIN_MAIL_FROM TOCSIN_LOG_LEVEL …; tail, raise and acknowledge take TOCSIN_URL and TOCSIN_KEY.
Without DATABASE_URL, migrate, release, application, org, member, mail, key, subscription and audit find the embedded network that runs on TOCSIN_DATA_DIR.`;

function program(): Command {
  return new Command('tocsin')
    .description('The early-warning network against hatred online.')
    .version(packageRoot().version)
    .addHelpText('after', help)
    .addCommand(demoCommand())
    .addCommand(tailCommand())
    .addCommand(raiseCommand())
    .addCommand(acknowledgeCommand())
    .addCommand(applicationCommand())
    .addCommand(orgCommand())
    .addCommand(memberCommand())
    .addCommand(mailCommand())
    .addCommand(keyCommand())
    .addCommand(subscriptionCommand())
    .addCommand(auditCommand())
    .addCommand(migrateCommand())
    .addCommand(releaseCommand())
    .addCommand(serveCommand())
    .addCommand(workCommand());
}

/** Commander ends the process by itself unless every single command is told not to. */
function withoutExit(command: Command): Command {
  command.commands.forEach(withoutExit);
  return command.exitOverride().showHelpAfterError('(--help says more)');
}

endWithReader();
try {
  await withoutExit(program()).parseAsync();
} catch (error) {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? 0 : 2;
  } else {
    const wrong = wrongInput(error);
    process.stderr.write(`tocsin: ${wrong ?? (error instanceof Error ? error.message : String(error))}\n`);
    process.exitCode = wrong === undefined ? 1 : 2;
  }
}
// Whatever was left open, because it did not end in its time, ends with the process.
process.exit();
