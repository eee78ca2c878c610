import { Button, useTexts } from '@an-sinh/ui'
import { type ReactNode, useState } from 'react'
import { TEXTS } from './texts.ts'

/** Hands the check page's address on: through the phone's own sharing, else by copying it. */
export const ShareButton = ({ url }: { readonly url: string }): ReactNode => {
  const text = useTexts(TEXTS)
  const [told, setTold] = useState('')
  const share = async (): Promise<void> => {
    try {
      if (typeof navigator.share === 'function') await navigator.share({ url })
      else {
        await navigator.clipboard.writeText(url)
        setTold(text('copied'))
      }
    } catch (error) {
      // Closing the phone's sheet is no failure; without a clipboard the address is shown to be copied by hand.
      if (!(error instanceof DOMException && error.name === 'AbortError')) setTold(url)
    }
  }
  return (
    <>
      <Button kind="second" onClick={() => void share()}>
        {text('share')}
      </Button>
      <output className="told">{told}</output>
    </>
  )
}
