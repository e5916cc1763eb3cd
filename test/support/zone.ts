import { execFileSync } from 'node:child_process';

/**
 * What a script answers where the clocks are those of a zone: they are a process's for good, so it runs in one of its own, from the
 * repository's root.
 * @param script sets `answer`, which has to survive JSON
 */
export function inZone<Answer>(timeZone: string, script: string): Answer {
  const run = [
    '--import',
    'tsx',
    '--input-type=module',
    '--eval',
    `let answer;\n${script}\nconsole.log(JSON.stringify(answer));`,
  ];
  const env = { ...process.env, TZ: timeZone, NODE_OPTIONS: '' };
  return JSON.parse(execFileSync(process.execPath, run, { env }).toString()) as Answer;
}
