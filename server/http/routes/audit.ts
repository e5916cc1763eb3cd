import type { AuditEntry } from '../../../core/contract/audit-entry.ts';
import type { AuditQuery } from '../../../core/contract/audit-routes.ts';
import { trailOf } from '../../../core/domain/access.ts';
import { accessNow } from '../../../core/domain/audience.ts';
import { readerOf, type Caller } from '../../../core/domain/organisation.ts';
import { auditBefore, type AuditSelection } from '../../../core/store/audit-trail.ts';
import { loadWarning } from '../../../core/store/warnings.ts';
import { eraseMember } from '../../../core/store/commands/erase-member.ts';
import { exportOwnData } from '../../../core/store/commands/audit-export.ts';
import { actorOf } from '../../../core/store/commands/warning-event.ts';
import { calendarsOf } from '../../../core/store/calendars.ts';
import { ownMailOf } from '../../../core/store/own-mail.ts';
import { readOwnData } from '../../../core/store/own-data.ts';
import { presentCalendar } from '../../../core/domain/calendar.ts';
import { presentOwnMail } from '../../../core/domain/own-mail.ts';
import { party } from '../../../core/domain/presentation.ts';
import { asMember } from './sign-in.ts';
import { presentTrail, type ExportedEntry } from '../../audit-trail.ts';
import type { Handlers, Services } from '../call.ts';
import { pageRequest } from '../page.ts';

export const auditRoutes: Handlers<'listAudit' | 'getOwnData' | 'eraseMe'> = {
  listAudit: async ({ caller, showing, query }, services) => {
    const page = pageRequest('audit', caller, query, services);
    const { sql, positions } = services.store;
    const before = page.mark?.['sequence'];
    const selection = await selectionOf(services, caller, query);
    const found = await auditBefore(sql, positions, selection, before ? Number(before) : null, page.limit + 1);
    const shown = found.slice(0, page.limit);
    const entries = await presentTrail(services.store, { caller, showing }, shown);
    const last = found.length > shown.length ? shown.at(-1) : undefined;
    return {
      status: 200,
      body: {
        data: entries.map(withoutContent),
        next: page.next(last && { sequence: String(last.entry.sequence) }),
      },
    };
  },

  getOwnData: async ({ caller, showing }, { store }) => {
    const { id } = asMember(caller);
    await store.writer.run(exportOwnData(actorOf(caller)));
    const directory = store.directory();
    const member = directory.members.get(id);
    if (!member) throw new Error('Whoever is signed in is a member.');
    const { createdAt, ...kept } = await readOwnData(store.sql, id);
    const selection = { organisationId: member.organisationId, actor: id };
    const done = await auditBefore(store.sql, store.positions, selection, null, mostDone);
    const { name, address, role, language, red, teams, organisationId } = member;
    const organisation = party(directory, organisationId);
    return {
      status: 200,
      body: {
        member: { id, organisation, name, address, role, language, red, teams, createdAt },
        mail: presentOwnMail(await ownMailOf(store.sql, id)),
        calendars: (await calendarsOf(store.sql, id)).map(presentCalendar),
        ...kept,
        audit: (await presentTrail(store, { caller, showing }, done)).map(withoutContent),
      },
    };
  },

  eraseMe: async ({ caller }, { store, cookie }) => {
    await store.writer.run(eraseMember(caller, asMember(caller).id));
    return { status: 204, cookie: cookie.drop() };
  },
};

const mostDone = 10_000;

function withoutContent(exported: ExportedEntry): AuditEntry {
  const { salt: _, content: __, ...entry } = exported;
  return entry;
}

/** What a query asks for, of what its caller may have. @throws Refusal kind-not-allowed */
export async function selectionOf(
  { store }: Pick<Services, 'store'>,
  caller: Caller,
  query: AuditQuery,
): Promise<AuditSelection> {
  const { type: types, organisation, cursor: _, limit: __, ...asked } = query;
  const selection = { ...asked, ...(types ? { types } : {}), organisationId: trailOf(caller, organisation) };
  if (asked.warning === undefined) return selection;
  const warning = await loadWarning(store.sql, asked.warning);
  // Asked for by its id, a warning that the caller may not see is as one that there is not: nothing is of no type.
  return warning && accessNow(warning.history, readerOf(caller)) !== 'none' ? selection : { ...selection, types: [] };
}
