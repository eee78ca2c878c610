import { CommandButton } from '@an-sinh/ui'
import { sharedMessages } from '../shared/shared-messages.ts'
import { documentMessages } from './document-messages.ts'
import { PLAIN_VIEW, type PhotoView, transformOf } from './photo-view.ts'
import { type PhotoKind, usePhoto } from './use-photo.ts'

type Props = { readonly registrationId: string; readonly kind: PhotoKind; readonly documentId: string | null; readonly view?: PhotoView }

/** One photo in its place; enlarged it is scrolled by touch, wheel or arrow keys. */
export const PhotoFrame = ({ registrationId, kind, documentId, view = PLAIN_VIEW }: Props) => {
  const say = documentMessages.useSay()
  const common = sharedMessages.useSay()
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
  const isEnlarged = view.zoom > 1
  const size = `${view.zoom * 100}%`
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex, jsx-a11y/prefer-tag-over-role -- an enlarged photo is scrolled by the arrow keys
    <div className="photo-frame" role="group" aria-label={name} tabIndex={isEnlarged ? 0 : undefined}>
      <img ref={image} alt={name} style={{ width: size, height: size, transform: transformOf(view) }} />
    </div>
  )
}
