import { CommandButton } from '@an-sinh/ui'
import { useEffect, useRef } from 'react'
import { sharedMessages } from '../shared/shared-messages.ts'
import { documentMessages } from './document-messages.ts'
import { PLAIN_VIEW, type PhotoView, placeOf } from './photo-view.ts'
import { type PhotoKind, usePhoto } from './use-photo.ts'

type Props = { readonly registrationId: string; readonly kind: PhotoKind; readonly documentId: string | null; readonly view?: PhotoView }

/** One photo in its place; enlarged it is scrolled by touch, wheel or arrow keys. */
export const PhotoFrame = ({ registrationId, kind, documentId, view = PLAIN_VIEW }: Props) => {
  const say = documentMessages.useSay()
  const common = sharedMessages.useSay()
  const frame = useRef<HTMLDivElement>(null)
  const { zoom } = view
  useEffect(() => {
    const shown = frame.current
    // The middle stays in the middle; fitted to its place there is nothing to scroll.
    if (zoom > 1) shown?.scrollTo((shown.scrollWidth - shown.clientWidth) / 2, (shown.scrollHeight - shown.clientHeight) / 2)
  }, [zoom])
  const { image, loading, failed, retry } = usePhoto(registrationId, kind, documentId)
  const name = say(kind)
  if (documentId === null) return <p className="photo-none">{say('missing')}</p>
  if (failed) {
    return (
      <div className="photo-none" role="alert">
        <p>{say('failed')}</p>
        <CommandButton onPress={retry}>{common('retry')}</CommandButton>
      </div>
    )
  }
  if (loading) return <p className="photo-none quiet">{common('loading')}</p>
  const size = `${zoom * 100}%`
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex, jsx-a11y/prefer-tag-over-role -- an enlarged photo is scrolled by the arrow keys
    <div ref={frame} className="photo-frame" role="group" aria-label={name} tabIndex={zoom > 1 ? 0 : undefined}>
      <div className="photo-space" style={{ width: size, height: size }}>
        <img ref={image} alt={name} style={placeOf(view)} />
      </div>
    </div>
  )
}
