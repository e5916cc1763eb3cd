import type { Acknowledgement as AcknowledgementAnswer } from '../core/contract/acknowledgement.ts';
import { advancement } from '../core/domain/acknowledgement.ts';
import type { Caller } from '../core/domain/organisation.ts';
import { actor, presentAcknowledgement, type AcknowledgementReader, type Names } from '../core/domain/presentation.ts';
import type { AnswerEntry, StandingAcknowledgement } from '../core/store/acknowledgements.ts';

/** Who asks for the acknowledgements of a warning. */
export function acknowledgementReader({ organisation }: Caller, issuerId: string): AcknowledgementReader {
  const privileged = organisation.id === issuerId || organisation.kind === 'coordinator';
  return { organisationId: organisation.id, privileged };
}

/** A team's answer as a reader gets it, without its history. */
export function presentStanding(
  names: Names,
  { acknowledgement, escalation }: StandingAcknowledgement,
  reader: AcknowledgementReader,
): AcknowledgementAnswer {
  return presentAcknowledgement(names, acknowledgement, escalation, reader);
}

/** A team's answer with how it came to be: what POST and GET /warnings/{id} answer. */
export function presentAnswer(
  names: Names,
  standing: StandingAcknowledgement,
  answers: readonly AnswerEntry[],
  reader: AcknowledgementReader,
): AcknowledgementAnswer {
  const { organisationId } = standing.acknowledgement;
  const told = reader.privileged || reader.organisationId === organisationId;
  return {
    ...presentStanding(names, standing, reader),
    history: answers.map(({ state, revision, reason, measures, note, at, byMail, address, ...by }) => ({
      state,
      revision,
      ...(told ? { reason, measures: [...measures], note } : {}),
      at,
      actor: actor(names, by, reader.organisationId, false),
      ...(byMail ? { byMail } : {}),
      ...(address !== null && reader.organisationId === organisationId ? { address } : {}),
    })),
  };
}

/** Of several teams' answers the least advanced; one that neither is to answer nor did, and only received it, comes last. */
export function leastAdvanced(standing: readonly StandingAcknowledgement[]): StandingAcknowledgement | undefined {
  const rank = ({ acknowledgement: { state, expected } }: StandingAcknowledgement): number =>
    state === 'pending' && !expected ? advancement.length : advancement.indexOf(state);
  return standing.toSorted((one, other) => rank(one) - rank(other))[0];
}
