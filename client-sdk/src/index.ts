/** The client of a Tocsin network, for Node.js and browsers. */
export { connect, TocsinClient, type ConnectOptions, type WarningsPage } from './client.ts';
export type { CallAnswer, CallInput, CallOptions, OperationId } from './calls.ts';
export type { State } from './connection-state.ts';
export type { Backoff } from './backoff.ts';
export * from './errors.ts';
export { isKnown, type Event, type EventsOptions, type LaterEvent } from './events.ts';
export type { ChangeHandler, Handler, Listening, ListenOptions } from './live.ts';
export { localStoragePositions } from './local-storage-positions.ts';
export { memoryPositions, type Positions } from './positions.ts';

export type { Acknowledgement, AcknowledgementRequest } from '../../core/contract/acknowledgement.ts';
export type { Comment, CommentRequest } from '../../core/contract/comment.ts';
export type { Corroboration, CorroborationRequest } from '../../core/contract/corroboration.ts';
export type { FilterRequest } from '../../core/contract/filter.ts';
export type { Me, Member, Party, Team } from '../../core/contract/organisation.ts';
export type { Preview, PreviewRequest } from '../../core/contract/preview.ts';
export type { MarkedWarning, RaiseRequest, RevisionRequest, Warning } from '../../core/contract/warning.ts';
