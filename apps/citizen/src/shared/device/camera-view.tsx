import { type ReactNode, useEffect, useRef } from 'react'
import type { BarcodeReader } from './barcode-reader.ts'

const LOOK_EVERY_MS = 250

type Props = {
  readonly reader: BarcodeReader
  /** Read aloud in place of the picture. */
  readonly label: string
  readonly onText: (text: string) => void
  readonly onNoCamera: () => void
}

/** The camera's picture, looked at four times a second on the device; nothing of it is kept or sent. */
export const CameraView = ({ reader, label, onText, onNoCamera }: Props): ReactNode => {
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
  return <video className="scan" ref={video} muted playsInline aria-label={label} />
}
