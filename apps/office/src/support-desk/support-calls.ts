import type {
  AnswerOf,
  BodyOf,
  ErrorStory,
  listStoryLooksRoute,
  listWordingProposalsRoute,
  openErrorStoryRoute,
  openPersonStoryRoute,
  PersonStory,
  proposeWordingRoute,
  searchReadyAnswersRoute,
} from '@an-sinh/contract'
import { callApi } from '../shared/call-api.ts'

export type StoryAsked = BodyOf<typeof openPersonStoryRoute>
export type Looks = AnswerOf<typeof listStoryLooksRoute>
export type Answers = AnswerOf<typeof searchReadyAnswersRoute>
export type Proposals = AnswerOf<typeof listWordingProposalsRoute>['proposals']

export const openErrorStory = (errorId: string): Promise<ErrorStory> =>
  callApi<typeof openErrorStoryRoute>('POST', '/api/support/error-lookups', { body: { errorId } })
export const openPersonStory = (body: StoryAsked): Promise<PersonStory> =>
  callApi<typeof openPersonStoryRoute>('POST', '/api/support/story-lookups', { body })
export const listLooks = (signal: AbortSignal): Promise<Looks> =>
  callApi<typeof listStoryLooksRoute>('GET', '/api/support/story-looks', { signal })
export const searchAnswers = (asked: string, language: 'vi' | 'en', signal: AbortSignal): Promise<Answers> =>
  callApi<typeof searchReadyAnswersRoute>('POST', '/api/support/ready-answer-searches', { body: { asked, language }, signal })
export const proposeWording = (code: string, words: string): Promise<undefined> =>
  callApi<typeof proposeWordingRoute>('POST', '/api/support/wording-proposals', { body: { code, words } })
export const listProposals = async (signal: AbortSignal): Promise<Proposals> =>
  (await callApi<typeof listWordingProposalsRoute>('GET', '/api/support/wording-proposals', { signal })).proposals
