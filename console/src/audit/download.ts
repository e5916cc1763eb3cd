import { saveFile } from '../marks/save-file.ts';
import { browserStorages, findKey } from '../session/session.ts';
import { auditParameters, type AuditFilter } from './audit-query.ts';

/** The trail with its links and salts, as the network writes it for whoever verifies it: one entry a line. */
export async function downloadTrail(filter: AuditFilter): Promise<void> {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(auditParameters(filter))) query.append(name, String(value));
  const key = findKey(browserStorages());
  const answer = await fetch(`/api/v1/audit?${query.toString()}`, {
    headers: { accept: 'application/jsonl', ...(key && { authorization: `Bearer ${key.token}` }) },
  });
  if (!answer.ok) throw new Error(`The network answered ${answer.status}.`);
  saveFile('audit.jsonl', await answer.blob(), 'application/jsonl');
}
