import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Request, Response } from 'express';
import { mayCall } from '../../core/domain/access.ts';
import type { Caller } from '../../core/domain/organisation.ts';
import { auditBetween, type AuditSelection } from '../../core/store/audit-trail.ts';
import { exportAudit } from '../../core/store/commands/audit-export.ts';
import { actorOf } from '../../core/store/commands/warning-event.ts';
import { oldestHeld, readHead } from '../../core/store/log-reader.ts';
import { presentTrail } from '../audit-trail.ts';
import { tokenOf } from '../credentials/credentials.ts';
import { Showing } from '../showing.ts';
import type { Call, Services } from './call.ts';
import { selectionOf } from './routes/audit.ts';

export type AuditExport = (call: Call<'listAudit'>, request: Request, response: Response) => Promise<void>;

const pageSize = 500;
/** Milliseconds after which a reader that takes nothing is let go. */
const patience = 60_000;

/**
 * GET /audit as JSON Lines, in the order of the chain: page by page, as fast as its reader reads. That it left is on the log before
 * its first line is.
 * @param report of what breaks once the answer has begun
 */
export function openAuditExport(services: Services, report: (error: unknown) => void): AuditExport {
  return async ({ caller, query }, request, response) => {
    const { store } = services;
    const selection = await selectionOf(services, caller, query);
    if (request.method !== 'HEAD') await store.writer.run(exportAudit(actorOf(caller), selection));
    const { sequence: upTo } = await readHead(store.sql, store.positions);
    const { sequence: after } = await oldestHeld(store.sql, store.positions);
    response.writeHead(200, {
      'Content-Type': 'application/jsonl; charset=utf-8',
      'Content-Disposition': 'attachment; filename="audit.jsonl"',
      'Cache-Control': 'no-store, no-transform',
    });
    if (request.method === 'HEAD') {
      response.end();
      return;
    }
    response.setTimeout(patience, () => response.destroy());
    const again = async (): Promise<Caller> => {
      const now = await services.authenticate(tokenOf(request, services.cookie), request.ip ?? 'unknown');
      const refusal = mayCall(now, 'listAudit');
      if (refusal) throw refusal;
      return now;
    };
    pipeline(Readable.from(lines(services, selection, { after, upTo }, again)), response).catch((error: unknown) => {
      if ((error as NodeJS.ErrnoException).code !== 'ERR_STREAM_PREMATURE_CLOSE') report(error);
    });
  };
}

/** @param again who reads, asked before each page: a credential that is revoked meanwhile gets no more */
async function* lines(
  { store, readings }: Services,
  selection: AuditSelection,
  { after, upTo }: { after: number; upTo: number },
  again: () => Promise<Caller>,
): AsyncGenerator<string> {
  const { sql, positions } = store;
  let reached = after;
  for (;;) {
    const caller = await again();
    const found = await auditBetween(sql, positions, selection, { after: reached, upTo }, pageSize);
    const last = found.at(-1);
    if (!last) return;
    const showing = new Showing(caller);
    const entries = await presentTrail(store, { caller, showing }, found);
    await readings.written(showing.readings);
    yield entries.map((entry) => `${JSON.stringify(entry)}\n`).join('');
    if (found.length < pageSize) return;
    reached = last.entry.sequence;
  }
}
