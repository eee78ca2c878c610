import { parseIdCardQr } from '@an-sinh/domain'
import { Button, Notice, useTexts } from '@an-sinh/ui'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { fieldsOfCard } from '../shared/answers/fields-of-card.ts'
import type { DraftFields } from '../shared/draft/draft.ts'
import { findBarcodeReader, type BarcodeReader } from '../shared/device/barcode-reader.ts'
import { TEXTS } from './texts.ts'

const LOOK_EVERY_MS = 250

type ViewProps = { readonly reader: BarcodeReader; readonly onText: (text: string) => void; readonly onNoCamera: () => void }

/** The camera's picture, looked at four times a second on the device; nothing of it is kept or sent. */
const CameraView = ({ reader, onText, onNoCamera }: ViewProps): ReactNode => {
  const text = useTexts(TEXTS)
  const video = useRef<HTMLVideoElement>(null)
  const tell = useRef({ onText, onNoCamera })
  useEffect(() => {
    tell.current = { onText, onNoCamera }
  })
  useEffect(() => {
    let stream: MediaStream | null = null
    let ended = false
    let timer: ReturnType<typeof setTimeout> | undefined
    const look = async (): Promise<void> => {
      const found = video.current === null || video.current.readyState < 2 ? [] : await reader.detect(video.current).catch(() => [])
      const [first] = found
      if (ended) return
      if (first !== undefined) tell.current.onText(first.rawValue)
      timer = setTimeout(() => void look(), LOOK_EVERY_MS)
    }
    const open = async (): Promise<void> => {
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment', width: { ideal: 1280 } } })
      if (ended || video.current === null) return stream.getTracks().forEach((track) => track.stop())
      video.current.srcObject = stream
      await video.current.play()
      await look()
    }
    open().catch(() => tell.current.onNoCamera())
    return () => {
      ended = true
      clearTimeout(timer)
      stream?.getTracks().forEach((track) => track.stop())
    }
  }, [reader])
  return <video className="scan" ref={video} muted playsInline aria-label={text('scan-video')} />
}

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
          <CameraView reader={reader} onText={onText} onNoCamera={onNoCamera} />
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
