import type { DeliveryAnswer, SuppressionAnswer } from '../../../core/contract/delivery.ts';
import { accessNow } from '../../../core/domain/audience.ts';
import type { Directory } from '../../../core/domain/directory.ts';
import { readerOf } from '../../../core/domain/organisation.ts';
import { memberNamed } from '../../../core/domain/presentation.ts';
import { liftSuppression } from '../../../core/store/commands/suppression.ts';
import { pageOfDeliveries, type LedgerEntry } from '../../../core/store/ledger.ts';
import { pageOfSuppressions, type Suppression } from '../../../core/store/suppressions.ts';
import { loadHistories } from '../../../core/store/warnings.ts';
import type { Handlers } from '../call.ts';
import { markOf, pageEnd, pageRequest } from '../page.ts';

export const deliveryRoutes: Handlers<'listDeliveries' | 'listSuppressions' | 'liftSuppression'> = {
  listDeliveries: async ({ caller, query }, services) => {
    const { store } = services;
    const page = pageRequest('deliveries', caller, query, services);
    const selection = { ...query, organisationId: caller.organisation.id };
    const found = await pageOfDeliveries(store.sql, selection, page.limit, pageEnd(page.mark));
    const histories = await loadHistories(
      store.sql,
      found.data.flatMap(({ warningId }) => warningId ?? []),
    );
    const reader = readerOf(caller);
    const maySee = (id: string | null): id is string => {
      const history = histories.get(id ?? '');
      return history !== undefined && accessNow(history, reader) !== 'none';
    };
    const data = found.data.map((entry) => presentDelivery(store.directory(), entry, maySee));
    return { status: 200, body: { data, next: page.next(markOf(found)) } };
  },

  listSuppressions: async ({ caller, query }, services) => {
    const { store } = services;
    const page = pageRequest('suppressions', caller, query, services);
    const { id } = caller.organisation;
    const directory = store.directory();
    const found = await pageOfSuppressions(store.sql, directory, id, page.limit, pageEnd(page.mark));
    const data = found.data.map((one) => presentSuppression(directory, one, id));
    return { status: 200, body: { data, next: page.next(markOf(found)) } };
  },

  liftSuppression: async ({ caller, params }, { store }) => {
    await store.writer.run(liftSuppression(caller, params['id'] as string));
    return { status: 204 };
  },
};

function presentDelivery(
  directory: Directory,
  { address, memberId, warningId, ...entry }: LedgerEntry,
  maySee: (warningId: string | null) => warningId is string,
): DeliveryAnswer {
  return {
    ...entry,
    to: { address, ...(memberId === null ? {} : { member: memberNamed(directory, memberId) }) },
    warning: maySee(warningId) ? { id: warningId } : null,
  };
}

function presentSuppression(
  { membersByOrganisation }: Directory,
  { id, address, reason, answer, createdAt }: Suppression,
  organisationId: string,
): SuppressionAnswer {
  const member = membersByOrganisation.get(organisationId)?.find((one) => one.address.toLowerCase() === address);
  return { id, address, ...(member && { member: { id: member.id, name: member.name } }), reason, answer, createdAt };
}
