import { parseIdCardQr } from '@an-sinh/domain'
import { Button, Notice, useTexts } from '@an-sinh/ui'
import { type ReactNode, useEffect, useState } from 'react'
import { fieldsOfCard } from '../shared/answers/fields-of-card.ts'
import type { DraftFields } from '../shared/draft/draft.ts'
import { type BarcodeReader, findBarcodeReader } from '../shared/device/barcode-reader.ts'
import { CameraView } from '../shared/device/camera-view.tsx'
import { TEXTS } from './texts.ts'

/** Reads the QR of the identity card where the browser can; elsewhere says that the server will, from the photo. */
export const ScanCard = ({ onRead }: { readonly onRead: (fields: Partial<DraftFields>) => void }): ReactNode => {
  const text = useTexts(TEXTS)
  const [reader, setReader] = useState<BarcodeReader | null>(null)
  const [open, setOpen] = useState(false)
  const [note, setNote] = useState<'scan-good' | 'scan-other' | 'scan-no-camera' | null>(null)
  useEffect(() => void findBarcodeReader().then(setReader), [])
  if (reader === null) return null
  const onText = (raw: string): void => {
    const card = parseIdCardQr(raw)
    if (!card.ok) return setNote('scan-other')
    onRead(fieldsOfCard(card.idCard))
    setNote('scan-good')
    setOpen(false)
  }
  const onNoCamera = (): void => {
    setNote('scan-no-camera')
    setOpen(false)
  }
  return (
    <div className="field">
      {open ? (
        <>
          <p>{text('scan-title')}</p>
          <CameraView reader={reader} label={text('scan-video')} onText={onText} onNoCamera={onNoCamera} />
        </>
      ) : null}
      <Button kind="second" onClick={() => setOpen(!open)}>
        {text(open ? 'scan-stop' : 'scan-button')}
      </Button>
      {note === null ? null : (
        <Notice kind={note === 'scan-good' ? 'good' : 'warning'} live>
          <p>{text(note)}</p>
        </Notice>
      )}
    </div>
  )
}
