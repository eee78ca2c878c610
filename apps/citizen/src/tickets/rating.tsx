import { type Rating as Helped, RATINGS } from '@an-sinh/domain'
import { Button, TakesFocus, TextField, useTexts } from '@an-sinh/ui'
import { type ReactNode, useState } from 'react'
import { FailureNotice } from '../shared/page/failure-notice.tsx'
import { useAction } from '../shared/page/use-action.ts'
import { TEXTS } from './texts.ts'

export type Rated = { readonly moveNo: number; readonly helped: Helped; readonly words: string }
type Props = { readonly moveNo: number; readonly rating: Helped | null; readonly onRate: (rated: Rated) => Promise<void> }

/** One question, once for each answer: who was helped is done at a touch, who was not may say in a sentence what was missing. */
export const Rating = ({ moveNo, rating, onRate }: Props): ReactNode => {
  const text = useTexts(TEXTS)
  const [chosen, setChosen] = useState<Helped | null>(null)
  const [words, setWords] = useState('')
  const rate = useAction(async (helped: Helped) => onRate({ moveNo, helped, words: helped === 'yes' ? '' : words }))
  const choose = (helped: Helped): void => {
    setChosen(helped)
    if (helped === 'yes') void rate.run(helped)
  }
  if (rating !== null) {
    const said = <p className="quiet">{text(`helped-${rating}-said`)}</p>
    return chosen === null ? said : <TakesFocus>{said}</TakesFocus>
  }
  return (
    <fieldset className="field">
      <legend className="field-label">{text('helped')}</legend>
      <div className="button-row">
        {RATINGS.map((helped) => (
          <Button key={helped} kind={helped === chosen ? 'main' : 'second'} busy={rate.busy} onClick={() => choose(helped)}>
            {text(`helped-${helped}`)}
          </Button>
        ))}
      </div>
      {chosen === null || chosen === 'yes' ? null : (
        <>
          <TextField
            name={`rating-${moveNo}`}
            label={text('helped-words')}
            maxLength={500}
            autoComplete="off"
            value={words}
            onChange={setWords}
          />
          <Button busy={rate.busy} onClick={() => void rate.run(chosen)}>
            {text('helped-send')}
          </Button>
        </>
      )}
      <FailureNotice failure={rate.failure} />
    </fieldset>
  )
}
