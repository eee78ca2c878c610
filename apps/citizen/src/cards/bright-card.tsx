import { Button, formatDate, useLanguage, useTexts, Waiting } from '@an-sinh/ui'
import { type ReactNode, useEffect, useRef } from 'react'
import type { CardFace, OfflineCard } from '../shared/offline-cards/index.ts'
import { useDays } from './card-picture.tsx'
import { TEXTS } from './texts.ts'
import { useCardQr } from './use-card-qr.ts'

/** Keeps the screen awake while the code is shown; a browser that cannot, or a phone that saves power, simply does not. */
const useWakeLock = (): void => {
  useEffect(() => {
    let lock: WakeLockSentinel | null = null
    let isGone = false
    const take = async (): Promise<void> => {
      if (document.visibilityState !== 'visible') return
      try {
        lock = await navigator.wakeLock.request('screen')
        if (isGone) await lock.release()
      } catch {
        lock = null
      }
    }
    const onVisible = (): void => void take()
    onVisible()
    document.addEventListener('visibilitychange', onVisible)
    return () => {
      isGone = true
      document.removeEventListener('visibilitychange', onVisible)
      void lock?.release()
    }
  }, [])
}

type Props = { readonly card: OfflineCard; readonly face: CardFace; readonly onClose: () => void }

/** "Sử dụng thẻ": the code as large as the screen, black on white in every colour scheme, so that a scanner at the desk reads it. */
export const BrightCard = ({ card, face, onClose }: Props): ReactNode => {
  const text = useTexts(TEXTS)
  const { language } = useLanguage()
  const dialog = useRef<HTMLDialogElement>(null)
  const picture = useCardQr(card, face)
  const days = useDays(face)
  useWakeLock()
  useEffect(() => {
    const element = dialog.current
    if (element?.open === false) element.showModal()
    // Where the browser has no full screen for pages (iPhone) the dialog fills the window all the same.
    void element?.requestFullscreen?.().catch(() => undefined)
    return () => {
      if (document.fullscreenElement !== null) void document.exitFullscreen().catch(() => undefined)
    }
  }, [])
  return (
    <dialog className="bright" ref={dialog} aria-labelledby="bright-title" onCancel={onClose} onClose={onClose}>
      <h2 id="bright-title">{text('bright-title')}</h2>
      {picture === null ? <Waiting label={text('bright-drawing')} /> : <img className="bright-qr" src={picture} alt={text('qr-alt')} />}
      <p className="bright-number">{face.healthCardNumber}</p>
      <p className="bright-name">{card.fullName}</p>
      <p>
        {text('born')}: {formatDate(card.bornOn, language)}
        <br />
        {text('valid')}: {days}
      </p>
      <Button onClick={onClose}>{text('bright-close')}</Button>
      <p className="bright-hint">{text('bright-hint')}</p>
    </dialog>
  )
}
