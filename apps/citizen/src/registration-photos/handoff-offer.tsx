import { PHOTO_KINDS } from '@an-sinh/domain'
import { Button, formatInstant, Notice, useLanguage, useTexts } from '@an-sinh/ui'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { call } from '../shared/api/call.ts'
import type { Draft } from '../shared/draft/draft.ts'
import { notePhotos } from '../shared/draft/server-draft.ts'
import { FailureNotice } from '../shared/page/failure-notice.tsx'
import { useAction } from '../shared/page/use-action.ts'
import { TEXTS } from './texts.ts'

type Handoff = { readonly picture: string; readonly expiresAt: string }

const LOOK_EVERY_MS = 3000

/** The token travels behind the #, which no server, log or proxy ever sees. */
const makeHandoff = async (registrationId: string): Promise<Handoff> => {
  const [{ token, expiresAt }, { renderSVG }] = await Promise.all([
    call('POST /api/registrations/:registrationId/photo-handoffs', { params: { registrationId } }),
    import('uqr'),
  ])
  const svg = renderSVG(`${location.origin}/chup-anh#${token}`, { ecc: 'M', border: 4 })
  return { picture: `data:image/svg+xml,${encodeURIComponent(svg)}`, expiresAt }
}

/** Takes over what the phone has sent, as it arrives. */
const useArrivals = (registrationId: string, active: boolean): void => {
  useQuery({
    queryKey: ['arrivals', registrationId],
    queryFn: async () => {
      const registration = await call('GET /api/registrations/:registrationId', { params: { registrationId } })
      notePhotos(registration)
      return registration.photos.length
    },
    enabled: active,
    refetchInterval: LOOK_EVERY_MS,
    staleTime: 0,
  })
}

/** On a computer: a QR that hands the photo step to a phone, and the photos that come back. */
export const HandoffOffer = ({ draft }: { readonly draft: Draft }): ReactNode => {
  const text = useTexts(TEXTS)
  const { language } = useLanguage()
  const [handoff, setHandoff] = useState<Handoff | null>(null)
  const count = PHOTO_KINDS.filter((kind) => draft.photos[kind]?.state === 'sent').length
  const make = useAction(async () => setHandoff(await makeHandoff(draft.registrationId)))
  useArrivals(draft.registrationId, handoff !== null && count < PHOTO_KINDS.length)
  if (window.matchMedia('(pointer: coarse)').matches || (handoff === null && count === PHOTO_KINDS.length)) return null
  if (count === PHOTO_KINDS.length)
    return (
      <Notice kind="good" live>
        <p>{text('handoff-done')}</p>
      </Notice>
    )
  return (
    <section className="panel">
      <h2>{text('handoff-title')}</h2>
      <p>{text('handoff-text')}</p>
      {handoff === null ? null : (
        <>
          <p>{text('handoff-scan', { at: formatInstant(handoff.expiresAt, language) })}</p>
          <img className="qr" src={handoff.picture} alt={text('handoff-alt')} width="224" height="224" />
          <output>{text('handoff-waiting', { count })}</output>
        </>
      )}
      <div className="button-row">
        <Button kind="second" busy={make.busy} onClick={() => void make.run(undefined)}>
          {text(handoff === null ? 'handoff-make' : 'handoff-again')}
        </Button>
      </div>
      <FailureNotice failure={make.failure} />
    </section>
  )
}
