import type { exportFiguresRoute, Figures, getFiguresRoute } from '@an-sinh/contract'
import { callApi, fetchFile } from '../shared/call-api.ts'

export const getFigures = (signal: AbortSignal): Promise<Figures> =>
  callApi<typeof getFiguresRoute>('GET', '/api/counter/figures', { signal })

export const exportFigures = (format: 'csv' | 'xlsx'): Promise<Blob> =>
  fetchFile<typeof exportFiguresRoute>('GET', '/api/counter/figures/:format', { params: { format } })
