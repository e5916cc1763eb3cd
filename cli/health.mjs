// Exits with 0 when this machine's Tocsin answers well: `node cli/health.mjs [path, default /readyz] [port, default PORT or 8480]`.
const [path = '/readyz', port = process.env.PORT || '8480'] = process.argv.slice(2);
const patienceMs = 3_000;

try {
  const response = await fetch(`http://127.0.0.1:${port}${path}`, { signal: AbortSignal.timeout(patienceMs) });
  if (!response.ok) process.stderr.write(`${path} answers ${response.status}: ${await response.text()}\n`);
  process.exitCode = response.ok ? 0 : 1;
} catch (error) {
  process.stderr.write(`Nothing answers on port ${port}: ${error.cause?.message ?? error.message}\n`);
  process.exitCode = 1;
}
