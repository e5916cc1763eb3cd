import { z } from 'zod';
import {
  admission,
  application,
  applicationAnswer,
  applicationQuestion,
  applicationRefusal,
  applicationRequest,
  applicationState,
  applicationToken,
  measureRequest,
  memberOrganisation,
  memberOrganisationPatch,
  organisationAdmission,
  retractionRequest,
} from './application.ts';
import { administer, page, type Operation } from './operation.ts';
import { listQuery } from './queries.ts';

/** For whoever has no account yet: by the token that was mailed to them. */
const applicant = { method: 'POST', public: true } as const;
const coordinate = { ...administer, kinds: ['coordinator'] } as const;
const look = { scopes: ['admin'], role: 'manager', kinds: ['coordinator'] } as const;

/** Calls by which organisations join, and by which the coordinator answers for who is in. */
export const applicationOperations = {
  apply: {
    ...applicant,
    path: '/applications',
    summary: 'Apply for membership; a mail asks to confirm the contact’s address',
    body: applicationRequest,
    answers: { 202: z.object({}) },
  },
  viewApplication: {
    ...applicant,
    path: '/applications/view',
    summary: 'How an application stands',
    body: applicationToken,
    answers: { 200: application },
  },
  confirmApplication: {
    ...applicant,
    path: '/applications/confirmation',
    summary: 'Confirm the contact’s address, which sends the application',
    body: applicationToken,
    answers: { 200: application },
  },
  answerApplication: {
    ...applicant,
    path: '/applications/answer',
    summary: 'Answer what the coordinator asks',
    body: applicationAnswer,
    answers: { 200: application },
  },
  withdrawApplication: {
    ...applicant,
    path: '/applications/withdrawal',
    summary: 'Withdraw an application',
    body: applicationToken,
    answers: { 200: application },
  },
  listApplications: {
    method: 'GET',
    path: '/applications',
    summary: 'Who asks to join',
    ...look,
    query: listQuery.extend({
      state: applicationState.optional().meta({ description: 'In this state; default all.' }),
    }),
    answers: { 200: page(application) },
  },
  getApplication: {
    method: 'GET',
    path: '/applications/{id}',
    summary: 'One application and what was written about it',
    ...look,
    answers: { 200: application },
  },
  admit: {
    method: 'POST',
    path: '/applications/{id}/admission',
    summary: 'Admit the organisation and invite its contact as owner',
    ...coordinate,
    body: admission,
    bodyOptional: true,
    answers: { 200: application },
  },
  askApplicant: {
    method: 'POST',
    path: '/applications/{id}/question',
    summary: 'Ask the applicant something',
    ...coordinate,
    body: applicationQuestion,
    answers: { 200: application },
  },
  refuseApplication: {
    method: 'POST',
    path: '/applications/{id}/refusal',
    summary: 'Refuse an application',
    ...coordinate,
    body: applicationRefusal,
    answers: { 200: application },
  },
  listMemberOrganisations: {
    method: 'GET',
    path: '/network/organisations',
    summary: 'All organisations, suspended and unlisted ones too',
    ...look,
    query: listQuery,
    answers: { 200: page(memberOrganisation) },
  },
  admitOrganisation: {
    method: 'POST',
    path: '/network/organisations',
    summary: 'Admit an organisation that did not apply, and invite its owner',
    ...coordinate,
    body: organisationAdmission,
    creates: true,
    answers: { 201: memberOrganisation },
  },
  changeOrganisation: {
    method: 'PATCH',
    path: '/network/organisations/{id}',
    summary: 'Change an organisation’s name, clearance, listing or limits',
    ...coordinate,
    body: memberOrganisationPatch,
    answers: { 200: memberOrganisation },
  },
  suspendOrganisation: {
    method: 'POST',
    path: '/network/organisations/{id}/suspension',
    summary: 'Shut an organisation out until it is resumed',
    ...coordinate,
    body: measureRequest,
    answers: { 200: memberOrganisation },
  },
  resumeOrganisation: {
    method: 'DELETE',
    path: '/network/organisations/{id}/suspension',
    summary: 'Let it back in',
    ...coordinate,
    answers: { 200: memberOrganisation },
  },
  brakeOrganisation: {
    method: 'PUT',
    path: '/network/organisations/{id}/brake',
    summary: 'Let an organisation raise nothing more until it is released; it can still call off',
    ...coordinate,
    body: measureRequest,
    answers: { 200: memberOrganisation },
  },
  releaseOrganisation: {
    method: 'DELETE',
    path: '/network/organisations/{id}/brake',
    summary: 'Let it raise again',
    ...coordinate,
    answers: { 200: memberOrganisation },
  },
  retractWarnings: {
    method: 'POST',
    path: '/network/organisations/{id}/retraction',
    summary: 'Call off all active warnings of an organisation that was not itself; all who got them are told',
    ...coordinate,
    body: retractionRequest,
    answers: {
      200: z.object({
        warnings: z.array(z.string()).meta({ description: 'Called off.' }),
        withheldLeft: z.int().meta({ description: 'Active ones that withhold their issuer, left as they are.' }),
      }),
    },
  },
} as const satisfies Record<string, Operation>;
