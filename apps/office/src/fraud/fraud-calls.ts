import type {
  AnswerOf,
  BodyOf,
  CaseSignals,
  decideReviewRoute,
  FraudQueueName,
  FraudReview,
  getCaseSignalsRoute,
  getReviewPhotoRoute,
  getReviewRoute,
  listSuspectsRoute,
  sendToReviewRoute,
} from '@an-sinh/contract'
import { callApi, fetchFile } from '../shared/call-api.ts'

type SuspectsPageAnswer = AnswerOf<typeof listSuspectsRoute>
type PictureKind = FraudReview['pictures'][number]

export const getSignals = async (registrationId: string, signal: AbortSignal): Promise<CaseSignals> =>
  callApi<typeof getCaseSignalsRoute>('GET', '/api/counter/registrations/:registrationId/signals', { params: { registrationId }, signal })

export const sendToReview = async (registrationId: string, body: BodyOf<typeof sendToReviewRoute>): Promise<void> => {
  await callApi<typeof sendToReviewRoute>('POST', '/api/counter/registrations/:registrationId/reviews', {
    params: { registrationId },
    body,
  })
}

export const listSuspects = async (queue: FraudQueueName, after: string | null, signal: AbortSignal): Promise<SuspectsPageAnswer> =>
  callApi<typeof listSuspectsRoute>('POST', '/api/fraud/queue', { body: { queue, ...(after === null ? {} : { after }) }, signal })

export const getReview = async (registrationId: string, signal: AbortSignal): Promise<FraudReview> =>
  callApi<typeof getReviewRoute>('GET', '/api/fraud/registrations/:registrationId', { params: { registrationId }, signal })

export const decideReview = async (registrationId: string, body: BodyOf<typeof decideReviewRoute>): Promise<FraudReview> =>
  callApi<typeof decideReviewRoute>('POST', '/api/fraud/registrations/:registrationId/review', { params: { registrationId }, body })

export const fetchPicture = async (registrationId: string, otherId: string, kind: PictureKind, signal: AbortSignal): Promise<Blob> =>
  fetchFile<typeof getReviewPhotoRoute>('GET', '/api/fraud/registrations/:registrationId/others/:otherId/photos/:kind', {
    params: { registrationId, otherId, kind },
    signal,
  })
