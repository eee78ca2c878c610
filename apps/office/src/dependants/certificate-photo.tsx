import { Waiting } from '@an-sinh/ui'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { ProblemNotice } from '../shared/problem-notice.tsx'
import { sharedMessages } from '../shared/shared-messages.ts'
import { dependantMessages } from './dependant-messages.ts'
import { fetchCertificate } from './dependant-requests.ts'

/** The birth certificate. Every load is a line in the audit: loaded once while the case is open and forgotten when it is left. */
export const CertificatePhoto = ({ requestId }: { readonly requestId: string }) => {
  const say = dependantMessages.useSay()
  const common = sharedMessages.useSay()
  const image = useRef<HTMLImageElement>(null)
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['certificate', requestId],
    queryFn: ({ signal }) => fetchCertificate(requestId, signal),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })
  useEffect(() => {
    if (data === undefined || image.current === null) return undefined
    const address = URL.createObjectURL(data)
    image.current.src = address
    return () => URL.revokeObjectURL(address)
  }, [data])
  if (error !== null) return <ProblemNotice error={error} onRetry={() => void refetch()} />
  if (isPending) return <Waiting label={common('loading')} />
  return <img ref={image} alt={say('certificateAlt')} className="certificate" />
}
