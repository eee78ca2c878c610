import { Button, useTexts } from '@an-sinh/ui'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { TEXTS } from './texts.ts'

/** The coder is loaded only on this page. */
const drawQr = async (url: string): Promise<string> => {
  const { renderSVG } = await import('uqr')
  return `data:image/svg+xml,${encodeURIComponent(renderSVG(url, { ecc: 'M', border: 4 }))}`
}

/** One code for both: another phone opens this page, and from here installs. */
export const ShareApp = (): ReactNode => {
  const text = useTexts(TEXTS)
  const [told, setTold] = useState('')
  const url = `${location.origin}/cai-dat`
  const picture = useQuery({ queryKey: ['share-qr', url], queryFn: async () => drawQr(url), staleTime: Number.POSITIVE_INFINITY }).data
  const share = async (): Promise<void> => {
    try {
      if (typeof navigator.share === 'function') await navigator.share({ url, text: text('share-text') })
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
    <section>
      <h2>{text('qr-title')}</h2>
      <p>{text('qr-text')}</p>
      {picture === undefined ? null : <img className="qr" src={picture} alt={text('qr-alt', { url })} width="224" height="224" />}
      <p>
        <Button kind="second" onClick={() => void share()}>
          {text('share')}
        </Button>
      </p>
      <output>{told}</output>
    </section>
  )
}
