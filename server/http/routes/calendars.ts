import { presentCalendar } from '../../../core/domain/calendar.ts';
import { calendarsOf } from '../../../core/store/calendars.ts';
import { addCalendar, endCalendar, replaceCalendar, type MadeCalendar } from '../../../core/store/commands/calendar.ts';
import type { Answered } from '../../../core/store/idempotency.ts';
import { feedAddress } from '../../feeds/address.ts';
import { createOnce } from '../once.ts';
import type { Handlers, Services } from '../call.ts';
import { asMember } from './sign-in.ts';

export const calendarRoutes: Handlers<'listCalendars' | 'addCalendar' | 'replaceCalendar' | 'endCalendar'> = {
  listCalendars: async ({ caller }, { store }) => {
    const data = await calendarsOf(store.sql, asMember(caller).id);
    return { status: 200, body: { data: data.map(presentCalendar) } };
  },

  addCalendar: (call, services) =>
    createOnce(call, services, async (unit) => issued(services, await addCalendar(call.caller, call.body)(unit))),

  replaceCalendar: (call, services) =>
    createOnce(call, services, async (unit) =>
      issued(services, await replaceCalendar(call.caller, call.params['id'] as string)(unit)),
    ),

  endCalendar: async ({ caller, params }, { store }) => {
    await store.writer.run(endCalendar(caller, params['id'] as string));
    return { status: 204 };
  },
};

/** The address is said once: what is kept for a repeat has none. */
function issued({ address }: Services, { calendar, token }: MadeCalendar): Answered {
  const body = { calendar: presentCalendar(calendar), address: feedAddress(address.publicUrl, token) };
  return { status: 201, body, repeated: { ...body, address: null } };
}
