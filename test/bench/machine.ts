import os from 'node:os';

export interface Machine {
  processor: string;
  cores: number;
  memoryGigabytes: number;
  system: string;
  node: string;
  postgres: string;
  /** The most files that one process may hold open; Node.js takes what it may by itself. */
  openFiles: number;
}

export function describeMachine(postgres: string): Machine {
  const processors = os.cpus();
  return {
    processor: processors[0]?.model.trim() ?? 'unknown',
    cores: processors.length,
    memoryGigabytes: Math.round(os.totalmem() / 2 ** 30),
    system: `${os.type()} ${os.release()}`,
    node: process.version,
    postgres,
    openFiles: openFiles(),
  };
}

function openFiles(): number {
  const { userLimits } = process.report.getReport() as { userLimits?: { open_files?: { hard: number | 'unlimited' } } };
  const hard = userLimits?.open_files?.hard ?? 'unlimited';
  return hard === 'unlimited' ? Number.MAX_SAFE_INTEGER : hard;
}
