import { CommandButton, Notice } from '@an-sinh/ui'
import { useEffect, useRef, useState } from 'react'
import { Dialog } from '../shared/dialog.tsx'
import { sharedMessages } from '../shared/shared-messages.ts'
import { type CodeReader, findCodeReader } from './code-reader.ts'
import { queueMessages } from './queue-messages.ts'

const LOOK_MS = 200

/** Looks into the picture several times a second until a code is read. Answers how to stop. */
const watch = (video: HTMLVideoElement, reader: CodeReader, onRead: (text: string) => void): (() => void) => {
  let over = false
  const look = async (): Promise<void> => {
    const [code] = video.readyState < HTMLMediaElement.HAVE_CURRENT_DATA ? [] : await reader.detect(video).catch(() => [])
    if (over) return
    if (code === undefined) setTimeout(() => void look(), LOOK_MS)
    else onRead(code.rawValue)
  }
  void look()
  return () => {
    over = true
  }
}

/** The camera's picture in `video` while the dialog stands; `onFault` when there is no camera or it is not allowed. */
const useCamera = (reader: CodeReader, onRead: (text: string) => void, onFault: () => void) => {
  const video = useRef<HTMLVideoElement>(null)
  const read = useRef({ onRead, onFault })
  useEffect(() => {
    read.current = { onRead, onFault }
  })
  useEffect(() => {
    let stop = (): void => undefined
    let stream: MediaStream | null = null
    let gone = false
    const begin = async (): Promise<void> => {
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } })
      const picture = video.current
      if (gone || picture === null) {
        for (const track of stream.getTracks()) track.stop()
        return
      }
      picture.srcObject = stream
      await picture.play()
      stop = watch(picture, reader, (text) => read.current.onRead(text))
    }
    begin().catch(() => read.current.onFault())
    return () => {
      gone = true
      stop()
      for (const track of stream?.getTracks() ?? []) track.stop()
    }
  }, [reader])
  return video
}

const CameraDialog = ({ reader, onRead, onClose }: { reader: CodeReader; onRead: (text: string) => void; onClose: () => void }) => {
  const say = queueMessages.useSay()
  const common = sharedMessages.useSay()
  const [faulty, setFaulty] = useState(false)
  const video = useCamera(reader, onRead, () => setFaulty(true))
  return (
    <Dialog title={say('cameraTitle')} onClose={onClose}>
      {faulty ? <Notice kind="error" live title={say('cameraFault')} /> : <p>{say('cameraHint')}</p>}
      <video ref={video} className="camera" muted playsInline aria-label={say('cameraTitle')} />
      <CommandButton kind="main" keyHint="Escape" onPress={onClose}>
        {common('close')}
      </CommandButton>
    </Dialog>
  )
}

/** Scanning by camera, in every browser that has one. */
export const CameraScan = ({ onRead }: { readonly onRead: (text: string) => void }) => {
  const say = queueMessages.useSay()
  const [shown, setShown] = useState<CodeReader | null>(null)
  const close = (): void => setShown(null)
  const open = async (): Promise<void> => setShown(await findCodeReader())
  return (
    <>
      <span className="camera-button">
        <CommandButton onPress={() => void open()}>{say('camera')}</CommandButton>
      </span>
      {shown === null ? null : (
        <CameraDialog
          reader={shown}
          onClose={close}
          onRead={(text) => {
            close()
            onRead(text)
          }}
        />
      )}
    </>
  )
}
