import type { PhotoKind } from '@an-sinh/domain'
import { type ReactNode, useState } from 'react'
import type { PreparedPhoto } from '../photos/prepare-photo.ts'
import { PhotoField } from './photo-field.tsx'
import { sendRequestPhoto } from './send-request-photo.ts'

type Props = { readonly requestId: string; readonly kind: PhotoKind; readonly onSent: () => void }

/** One photo for a request that the office has: sent at once, shown as it was sent. */
export const RequestPhotoField = ({ requestId, kind, onSent }: Props): ReactNode => {
  const [photo, setPhoto] = useState<PreparedPhoto | null>(null)
  const take = async (taken: PreparedPhoto): Promise<void> => {
    await sendRequestPhoto(requestId, { ...taken, kind, uploadId: crypto.randomUUID() })
    setPhoto(taken)
    onSent()
  }
  return <PhotoField kind={kind} shown={photo} done="sent" onTaken={take} />
}
