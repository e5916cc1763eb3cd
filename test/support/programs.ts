import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** A program that some tests need and that npm does not install. */
export interface Program {
  name: string;
  /** What is left out without it. */
  covers: string;
  remedy: string;
  /** The absolute path, or undefined where the machine has none. */
  path: string | undefined;
}

/** The programs that some tests need. */
export interface Programs {
  redis: Program;
  chromium: Program;
  postfix: Program;
}

/**
 * Looks for what the tests can use of the machine; `TOCSIN_TEST_REDIS`, `TOCSIN_TEST_CHROMIUM` and `TOCSIN_TEST_POSTFIX` win
 * (empty: as if missing).
 */
export function findPrograms(environment: NodeJS.ProcessEnv): Programs {
  return {
    postfix: {
      name: 'postfix',
      covers: 'mail through a second SMTP server, Postfix, beside smtp-server',
      remedy:
        'Debian, Ubuntu: sudo apt-get install --no-install-recommends postfix ("No configuration" is enough), and run the tests as root: Postfix starts for nobody else',
      path: isRoot
        ? locate(environment.TOCSIN_TEST_POSTFIX, ['/usr/lib/postfix/sbin/master', '/usr/libexec/postfix/master'])
        : undefined,
    },
    redis: {
      name: 'redis-server',
      covers: 'everything that runs on Redis: the queue, the limits and Socket.IO between servers',
      remedy:
        'Debian, Ubuntu: sudo apt-get install redis-server; macOS: brew install redis; or TOCSIN_TEST_REDIS=/path/to/redis-server',
      path: locate(environment.TOCSIN_TEST_REDIS, ['redis-server'], environment.PATH),
    },
    chromium: {
      name: 'chromium',
      covers: 'the console in a browser, and the client SDK in one',
      remedy:
        'Debian: sudo apt-get install chromium; macOS: brew install --cask chromium; or TOCSIN_TEST_CHROMIUM=/path/to/chrome',
      path: locate(
        environment.TOCSIN_TEST_CHROMIUM ?? environment.CHROMIUM_PATH,
        [
          'chromium',
          'chromium-browser',
          'google-chrome',
          'google-chrome-stable',
          '/usr/bin/chromium',
          '/Applications/Chromium.app/Contents/MacOS/Chromium',
          '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
        ],
        environment.PATH,
      ),
    },
  };
}

const isRoot = process.getuid?.() === 0;

function locate(given: string | undefined, names: string[], path = ''): string | undefined {
  if (given !== undefined) return given !== '' && isProgram(given) ? given : undefined;
  const folders = path.split(delimiter).filter(Boolean);
  const places = names.flatMap((name) => (name.startsWith('/') ? [name] : folders.map((folder) => join(folder, name))));
  return places.find(isProgram);
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
