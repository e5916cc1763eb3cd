const floor = [20, 19];

/** Throws, with the way out, when this Node.js is older than Tocsin runs on. */
export function requireNode(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > floor[0] || (major === floor[0] && minor >= floor[1])) return;
  throw new Error(
    `Tocsin needs Node.js ${floor.join('.')} or newer, and this is ${version} (${process.execPath}).\n` +
      'Install the current long-term release, Node.js 24: https://nodejs.org/en/download, or `nvm install 24`, then run the same command again.',
  );
}
