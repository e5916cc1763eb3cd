import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepareOrExit, root } from '../cli/prepare.mjs';
import { packageBin } from '../cli/setup/outputs.mjs';
import { check, runHere } from './check.mjs';

const inCI = Boolean(process.env.CI);

await prepareOrExit();
const { findPrograms } = await import('../dist/test/support/programs.js');
const { redis, chromium, postfix } = findPrograms(process.env);
const missing = [redis, chromium, postfix].filter(({ path }) => path === undefined);

tellMissing();
if (inCI && missing.length > 0) {
  process.stdout.write('0 passed, 1 failed\n');
  process.exit(1);
}
const checks = await check();
const tests = await runJest(process.argv.slice(2));
tellMissing();
finish();

async function runJest(args) {
  const folder = mkdtempSync(join(tmpdir(), 'tocsin-test-'));
  const report = join(folder, 'report.json');
  try {
    // Flags of Node.js itself, which Jest hands to its workers: in NODE_OPTIONS they would reach every process that a test starts.
    const flags = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
    const settings = {
      TOCSIN_TEST_REDIS: redis.path ?? '',
      TOCSIN_TEST_CHROMIUM: chromium.path ?? '',
      TOCSIN_TEST_POSTFIX: postfix.path ?? '',
    };
    const code = await runHere(
      [...flags, packageBin(root, 'jest'), '--json', `--outputFile=${report}`, ...args],
      settings,
    );
    return { code, ...readReport(report) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A file that could not even be loaded counts as one failure. */
function readReport(path) {
  try {
    const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites, numPendingTests, numTodoTests } = JSON.parse(
      readFileSync(path, 'utf8'),
    );
    return {
      passed: numPassedTests,
      failed: numFailedTests + numRuntimeErrorTestSuites,
      skipped: numPendingTests + numTodoTests,
    };
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

function tellMissing() {
  for (const { name, covers, remedy } of missing) {
    const verdict = inCI ? 'IN CI NOTHING MAY BE LEFT OUT' : 'LEFT OUT';
    process.stderr.write(`\n!!! ${name} WAS NOT FOUND. ${verdict}: ${covers}.\n!!! To get it: ${remedy}\n\n`);
  }
}

function finish() {
  const failed = checks.failed.length + tests.failed;
  const skippedInCI = inCI && tests.skipped > 0;
  if (checks.failed.length > 0)
    process.stdout.write(`Failed checks: ${checks.failed.join(', ')} (\`npm run check\` repeats them).\n`);
  if (tests.skipped > 0)
    process.stdout.write(`${tests.skipped} skipped${inCI ? ': in CI nothing may be left out' : ''}.\n`);
  if (tests.passed === 0) process.stdout.write('No test passed.\n');
  process.stdout.write(
    `${checks.passed + tests.passed} passed, ${failed + (skippedInCI ? tests.skipped : 0)} failed\n`,
  );
  process.exitCode = tests.code === 0 && failed === 0 && tests.passed > 0 && !skippedInCI ? 0 : 1;
}
