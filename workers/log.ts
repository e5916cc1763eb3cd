import type { Logger } from 'pino';

export type WorkerLog = Pick<Logger, 'info' | 'warn' | 'error'>;
