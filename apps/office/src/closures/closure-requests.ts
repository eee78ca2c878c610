import type {
  AnswerOf,
  BodyOf,
  Closure,
  closeOfficesRoute,
  listClosuresRoute,
  previewClosureRoute,
  undoClosureRoute,
} from '@an-sinh/contract'
import { callApi } from '../shared/call-api.ts'

export type Area = AnswerOf<typeof listClosuresRoute>
export type Preview = AnswerOf<typeof previewClosureRoute>
export type Days = BodyOf<typeof previewClosureRoute>

export const listClosures = (signal: AbortSignal): Promise<Area> =>
  callApi<typeof listClosuresRoute>('GET', '/api/counter/closures', { signal })

export const previewClosure = (body: Days): Promise<Preview> =>
  callApi<typeof previewClosureRoute>('POST', '/api/counter/closure-previews', { body })

/** `closureId` is ours to repeat: sent again after a lost answer it is the same closure. */
export const closeOffices = (body: BodyOf<typeof closeOfficesRoute>): Promise<Closure> =>
  callApi<typeof closeOfficesRoute>('POST', '/api/counter/closures', { body })

export const undoClosure = (closureId: string): Promise<Closure> =>
  callApi<typeof undoClosureRoute>('POST', '/api/counter/closures/:closureId/undo', { params: { closureId } })
