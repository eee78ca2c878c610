import { Button, fieldId, Notice, useTexts } from '@an-sinh/ui'
import { type ReactNode, useState } from 'react'
import type { BarcodeReader } from '../shared/device/barcode-reader.ts'
import { CameraView } from '../shared/device/camera-view.tsx'
import { FileButton } from '../shared/photos/file-button.tsx'
import { openReader, readPhoto } from './read-code.ts'
import { TEXTS } from './texts.ts'

type Note = 'scan-no-camera' | 'scan-no-code'

/** The code on a paper, by the camera or off a photo; neither picture leaves the device. */
export const ScanPaper = ({ onText }: { readonly onText: (raw: string) => void }): ReactNode => {
  const text = useTexts(TEXTS)
  const [reader, setReader] = useState<BarcodeReader | null>(null)
  const [busy, setBusy] = useState(false)
  const [note, setNote] = useState<Note | null>(null)
  const take = (raw: string): void => {
    setReader(null)
    setNote(null)
    onText(raw)
  }
  const open = async (): Promise<void> => {
    setNote(null)
    setBusy(true)
    setReader(await openReader().catch(() => null))
    setBusy(false)
  }
  const look = async (photo: File): Promise<void> => {
    setNote(null)
    setBusy(true)
    const raw = await readPhoto(photo).catch(() => null)
    setBusy(false)
    if (raw === null) setNote('scan-no-code')
    else take(raw)
  }
  const onNoCamera = (): void => {
    setReader(null)
    setNote('scan-no-camera')
  }
  return (
    <>
      {reader === null ? null : <CameraView reader={reader} label={text('scan-video')} onText={take} onNoCamera={onNoCamera} />}
      <div className="button-row">
        <Button kind="second" busy={busy} onClick={() => (reader === null ? void open() : setReader(null))}>
          {text(reader === null ? 'scan' : 'scan-stop')}
        </Button>
      </div>
      <FileButton
        id={fieldId('photo')}
        label={text('photo')}
        accept="image/*"
        describedBy="photo-hint"
        onFile={(photo) => void look(photo)}
      />
      <p className="quiet" id="photo-hint">
        {text('photo-hint')}
      </p>
      {note === null ? null : (
        <Notice kind="warning" live>
          <p>{text(note)}</p>
        </Notice>
      )}
    </>
  )
}
