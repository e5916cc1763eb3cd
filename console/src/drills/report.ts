import type { Acknowledgement } from '../../../core/contract/acknowledgement.ts';
import { closes, type AcknowledgementState } from '../../../core/contract/vocabularies.ts';
import { csv } from '../marks/csv.ts';

/** What a report needs of the timeline. */
export interface Fired {
  readonly type: string;
  readonly data: unknown;
}

/** How one team did; lengths of time in milliseconds from the raise, null: it never did. */
export interface ReportLine {
  readonly key: string;
  readonly organisation: Acknowledgement['organisation'];
  readonly team: Acknowledgement['team'];
  readonly several: boolean;
  readonly state: AcknowledgementState;
  readonly delivered: number | null;
  readonly seen: number | null;
  readonly answered: number | null;
  readonly closed: number | null;
  /** The highest step of its policy that fired. */
  readonly escalated: { readonly step: number; readonly of: number } | null;
}

export interface Report {
  readonly lines: readonly ReportLine[];
  readonly answered: number;
  /** Until half of the expected teams had answered; null: half have not. */
  readonly median: number | null;
  readonly first: number | null;
}

/** Who answered when: of the expected teams, those that did not answer first, then the slowest. */
export function reportOf(raised: string, all: readonly Acknowledgement[], timeline: readonly Fired[]): Report {
  const expected = all.filter((one) => one.expected);
  const escalated = stepsOf(timeline);
  const lines = expected
    .map((one) => lineOf(one, raised, expected, escalated.get(one.team.id) ?? null))
    .toSorted((one, other) => slowness(other) - slowness(one) || nameOf(one).localeCompare(nameOf(other)));
  const times = lines.flatMap(({ answered }) => answered ?? []).toSorted((one, other) => one - other);
  const median = times[Math.ceil(lines.length / 2) - 1] ?? null;
  return { lines, answered: times.length, median, first: times[0] ?? null };
}

function lineOf(
  one: Acknowledgement,
  raised: string,
  expected: readonly Acknowledgement[],
  escalated: ReportLine['escalated'],
): ReportLine {
  const after = (at: string | null): number | null =>
    at === null ? null : Math.max(0, Date.parse(at) - Date.parse(raised));
  return {
    key: `${one.organisation.id} ${one.team.id}`,
    organisation: one.organisation,
    team: one.team,
    several: expected.filter(({ organisation }) => organisation.id === one.organisation.id).length > 1,
    state: one.state,
    delivered: after(one.deliveredAt),
    seen: after(one.seenAt),
    // What a revision opened anew was answered once, and is not any more.
    answered: one.state === 'pending' ? null : after(one.acknowledgedAt),
    closed: closes(one.state) ? after(one.since) : null,
    escalated,
  };
}

function stepsOf(timeline: readonly Fired[]): Map<string, { step: number; of: number }> {
  const steps = new Map<string, { step: number; of: number }>();
  for (const { type, data } of timeline) {
    if (type !== 'escalation.fired') continue;
    const { team, step, of } = data as { team: { id: string }; step: number; of: number };
    if (step > (steps.get(team.id)?.step ?? 0)) steps.set(team.id, { step, of });
  }
  return steps;
}

function slowness({ answered }: ReportLine): number {
  return answered ?? Number.MAX_SAFE_INTEGER;
}

function nameOf({ organisation, team }: ReportLine): string {
  return `${organisation.name} ${team.name}`;
}

/** As a spreadsheet takes it: times in whole seconds, what never happened empty. @param header the names of the columns */
export function reportCsv(report: Report, header: readonly string[]): string {
  const seconds = (time: number | null): string => (time === null ? '' : String(Math.round(time / 1000)));
  const rows = report.lines.map((line) => [
    line.organisation.name,
    line.team.name,
    line.state,
    ...[line.delivered, line.seen, line.answered, line.closed].map(seconds),
    line.escalated === null ? '' : String(line.escalated.step),
  ]);
  return csv([header, ...rows]);
}
