import type { RequestCase } from '@an-sinh/contract'
import { Tag, Waiting } from '@an-sinh/ui'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { ProblemNotice } from '../shared/problem-notice.tsx'
import { sharedMessages } from '../shared/shared-messages.ts'
import { fetchPhoto } from './request-calls.ts'
import { requestMessages } from './request-messages.ts'

type Photo = RequestCase['photos'][number]

/** One paper. Every load is a line in the audit: loaded once while the request is open and forgotten when it is left. */
const OnePhoto = ({ requestId, photo }: { readonly requestId: string; readonly photo: Photo }) => {
  const say = requestMessages.useSay()
  const common = sharedMessages.useSay()
  const image = useRef<HTMLImageElement>(null)
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['request-photo', requestId, photo.documentId],
    queryFn: ({ signal }) => fetchPhoto(requestId, photo.kind, signal),
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
  return (
    <figure>
      <img ref={image} alt={say('photoAlt', { kind: say(`photo-${photo.kind}`) })} className="request-photo" />
      <figcaption className="small">
        {say(`photo-${photo.kind}`)}{' '}
        {photo.hints.map((hint) => (
          <Tag key={hint} tone="warn">
            {requestMessages.has(`hint-${hint}`) ? say(`hint-${hint}` as 'hint-blurred') : hint}
          </Tag>
        ))}
      </figcaption>
    </figure>
  )
}

/** The papers, one at a time: the first is loaded at once, the others when asked for. */
export const RequestPhotos = ({ shown }: { readonly shown: RequestCase }) => {
  const say = requestMessages.useSay()
  const [at, setAt] = useState(0)
  const { photos, requestId, idCard } = shown
  const photo = photos[at]
  if (photo === undefined) return <p>{say('photosNone')}</p>
  return (
    <>
      {photos.length < 2 ? null : (
        <div className="row">
          {photos.map(({ kind }, index) => (
            <button key={kind} type="button" className="button-plain" aria-pressed={index === at} onClick={() => setAt(index)}>
              {say(`photo-${kind}`)}
            </button>
          ))}
        </div>
      )}
      <OnePhoto key={photo.documentId} requestId={requestId} photo={photo} />
      {idCard === null ? null : (
        <p className="small">{say('idCard', { name: idCard.fullName, born: idCard.bornOn, id: idCard.nationalId })}</p>
      )}
    </>
  )
}
