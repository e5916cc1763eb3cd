import { severityRank } from '../../domain/filter.ts';
import { markedRevision, type WarningContent, type WarningSnapshot } from '../../domain/warning.ts';
import { searchText } from '../search.ts';

/** The columns of `warning` that follow its newest revision. */
export function markingColumns(content: WarningContent): Record<string, unknown> {
  return {
    onset: content.onset,
    expires: content.expires,
    tlp: content.tlp,
    withhold_issuer: content.withholdIssuer,
    audience_only: content.audience.only ?? null,
    audience_except: content.audience.except ?? null,
    countries: content.countries,
    languages: content.languages,
    grounds: content.grounds,
    severity: severityRank(content.severity),
    trigger: content.trigger,
    search: searchText(content),
  };
}

export function warningRow(warning: WarningSnapshot): Record<string, unknown> {
  return {
    id: warning.id,
    issuer_id: warning.issuerId,
    status: warning.status,
    revision: warning.revision,
    state: warning.state,
    created_at: warning.createdAt,
    updated_at: warning.updatedAt,
    cancelled_at: null,
    cancellation_reason: null,
    retracted: false,
    ...markingColumns(warning.content),
    seen: 0,
    not_seen: 0,
  };
}

export function revisionRow(warning: WarningSnapshot, at: string): Record<string, unknown> {
  const { id, revision, status, content } = warning;
  const marked = JSON.stringify(markedRevision(revision, status, content));
  return { warning_id: id, revision, marked, content: JSON.stringify(content), at };
}
