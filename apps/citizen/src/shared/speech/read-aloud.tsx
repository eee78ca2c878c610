import { Button, useLanguage, useTexts } from '@an-sinh/ui'
import { type ReactNode, useEffect, useState, useSyncExternalStore } from 'react'
import { TEXTS } from '../page/texts.ts'

const canSpeak = (): boolean => 'speechSynthesis' in window && 'SpeechSynthesisUtterance' in window

const watchVoices = (listener: () => void): (() => void) => {
  if (!canSpeak()) return () => undefined
  speechSynthesis.addEventListener('voiceschanged', listener)
  return () => speechSynthesis.removeEventListener('voiceschanged', listener)
}

const BLOCKS = 'h1, h2, h3, legend, p, li, dt, dd, th, td'
const SILENT =
  'button, nav, .button-row, .back-link, .wrong-line, .visually-hidden, [aria-hidden="true"], details:not([open]) > :not(summary)'

/** The number of a card is spoken digit by digit, as one reads it to somebody at a desk. */
const spellNumbers = (text: string): string => text.replace(/\d{8,}/gu, (digits) => [...digits].join(' '))

/** The innermost blocks of the page as paragraphs, without buttons and links that lead away. */
const readPage = (): string => {
  const blocks = [...document.querySelectorAll(`#main :is(${BLOCKS})`)]
  const innermost = blocks.filter((block) => block.querySelector(BLOCKS) === null && block.closest(SILENT) === null)
  const texts = innermost.map((block) => {
    const copy = block.cloneNode(true) as Element
    for (const silent of copy.querySelectorAll(SILENT)) silent.remove()
    return spellNumbers(copy.textContent.trim())
  })
  return texts.filter((one) => one !== '').join('\n\n')
}

/** Each paragraph by itself: some voices fall silent in the middle of a long text. */
const speak = (text: string, voice: SpeechSynthesisVoice, done: () => void): void => {
  const paragraphs = text.split('\n\n').map((paragraph) => new SpeechSynthesisUtterance(paragraph))
  for (const [at, utterance] of paragraphs.entries()) {
    utterance.voice = voice
    utterance.lang = voice.lang
    if (at === paragraphs.length - 1) utterance.addEventListener('end', done)
    utterance.addEventListener('error', done)
    speechSynthesis.speak(utterance)
  }
}

/** "Đọc to": reads `text` (paragraphs parted by an empty line), or the page. Hidden where the device has no voice of the language. */
export const ReadAloud = ({ text: given }: { readonly text?: string }): ReactNode => {
  const text = useTexts(TEXTS)
  const { language } = useLanguage()
  const voice = useSyncExternalStore(watchVoices, () =>
    canSpeak() ? (speechSynthesis.getVoices().find(({ lang }) => lang.toLowerCase().startsWith(language)) ?? null) : null,
  )
  const [isReading, setReading] = useState(false)
  const stop = (): void => {
    speechSynthesis.cancel()
    setReading(false)
  }
  // Leaving the page ends it: nobody's data is read to an empty room.
  useEffect(() => () => void (canSpeak() && speechSynthesis.cancel()), [])
  if (voice === null) return null
  const start = (): void => {
    speechSynthesis.cancel()
    setReading(true)
    speak(given ?? readPage(), voice, () => setReading(false))
  }
  return (
    <p>
      <Button kind="second" onClick={isReading ? stop : start}>
        {text(isReading ? 'read-aloud-stop' : 'read-aloud')}
      </Button>
    </p>
  )
}
