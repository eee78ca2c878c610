import { Notice, useTexts } from '@an-sinh/ui'
import type { ReactNode } from 'react'
import { useSettings } from '../api/use-settings.ts'
import { Hotline } from '../page/hotline.tsx'
import { TEXTS } from '../page/texts.ts'
import type { Letter } from './letter.ts'

/** Why a letter did not go, in the server's words, on the form it was written on. Nothing while there is nothing to say. */
export const LetterRefusal = ({ letter }: { readonly letter: Letter | null }): ReactNode => {
  const text = useTexts(TEXTS)
  const hotline = useSettings()?.hotline
  if (letter?.lastError === 'photo-lost')
    return (
      <Notice kind="error" title={text('photo-lost')} live>
        <p>{text('photo-lost-text')}</p>
      </Notice>
    )
  if (letter === null || letter.refusal === null) return null
  return (
    <Notice kind="error" title={letter.refusal.sentence} live>
      <p>{letter.refusal.nextStep}</p>
      <Hotline hotline={hotline} />
      <p className="quiet">{text('request-id', { id: letter.refusal.requestId })}</p>
    </Notice>
  )
}
