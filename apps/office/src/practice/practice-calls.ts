import type { answerPracticeFormRoute, drawPracticeFormRoute, PracticeFormAnswer, PracticeOutcome } from '@an-sinh/contract'
import { callApi } from '../shared/call-api.ts'

export const drawForm = async (signal: AbortSignal): Promise<PracticeFormAnswer> =>
  callApi<typeof drawPracticeFormRoute>('POST', '/api/practice/forms', { signal })

export const answerForm = async (formId: string, decision: 'approve' | 'return'): Promise<PracticeOutcome> =>
  callApi<typeof answerPracticeFormRoute>('POST', '/api/practice/forms/:formId/answer', { params: { formId }, body: { decision } })
