import type { Case, getCasePhotoRoute } from '@an-sinh/contract'
import { useQuery } from '@tanstack/react-query'
import { type RefObject, useEffect, useRef } from 'react'
import { fetchFile } from '../shared/call-api.ts'

export type PhotoKind = Case['photos'][number]['kind']

type LoadedPhoto = {
  readonly image: RefObject<HTMLImageElement | null>
  readonly loading: boolean
  readonly failed: boolean
  readonly retry: () => void
}

/**
 * One photo of a case, drawn into the answered image. Every load is a line in the audit, so a photo is loaded once while its case is open
 * and forgotten when it is left.
 */
export function usePhoto(registrationId: string, kind: PhotoKind, documentId: string | null): LoadedPhoto {
  const image = useRef<HTMLImageElement>(null)
  const { data, isPending, isError, refetch } = useQuery({
    queryKey: ['photo', registrationId, kind, documentId],
    queryFn: ({ signal }) =>
      fetchFile<typeof getCasePhotoRoute>('GET', '/api/counter/registrations/:registrationId/photos/:kind', {
        params: { registrationId, kind },
        signal,
      }),
    enabled: documentId !== null,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })
  useEffect(() => {
    if (data === undefined || image.current === null) return undefined
    const address = URL.createObjectURL(data)
    image.current.src = address
    return () => URL.revokeObjectURL(address)
  }, [data])
  return { image, loading: isPending, failed: isError, retry: () => void refetch() }
}
