import { Button, Facts, goToFirstWrong, Notice, TextField, useTexts } from '@an-sinh/ui'
import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, type SyntheticEvent, useState } from 'react'
import { Link } from 'wouter'
import { call } from '../shared/api/call.ts'
import type { AnswerTo } from '../shared/api/routes.ts'
import { toOptions, useProvinces } from '../shared/api/use-places.ts'
import { FailureNotice } from '../shared/page/failure-notice.tsx'
import { Loaded } from '../shared/page/loaded.tsx'
import { PlaceSearch } from '../shared/page/place-search.tsx'
import { useAction } from '../shared/page/use-action.ts'
import { type Question, QuestionFields } from '../shared/question/question-fields.tsx'
import { TEXTS } from './texts.ts'
import { useWindows } from './use-windows.ts'
import { type Chosen, WindowChoice } from './window-choice.tsx'

type Made = AnswerTo<'POST /api/call-backs'>
type Whole = Chosen & { readonly category: string; readonly words: string; readonly provinceCode: string }

const Done = ({ code, callBack }: Made): ReactNode => {
  const text = useTexts(TEXTS)
  return (
    <Notice kind="good" live title={text('done')}>
      <Facts
        facts={[
          { label: text('number'), value: <strong>{callBack.reportNumber}</strong> },
          { label: text('code'), value: <strong>{code}</strong> },
        ]}
      />
      <p>{text('code-once')}</p>
    </Notice>
  )
}

type PlaceProps = {
  readonly provinceCode: string | null
  readonly chosen: Chosen | null
  readonly asked: boolean
  readonly onPlace: (provinceCode: string | null) => void
  readonly onChoose: (chosen: Chosen | null) => void
}

const PlaceAndWindow = ({ provinceCode, chosen, asked, onPlace, onChoose }: PlaceProps): ReactNode => {
  const text = useTexts(TEXTS)
  const provinces = useProvinces()
  const windows = useWindows(provinceCode)
  return (
    <>
      <PlaceSearch
        name="province"
        label={text('province')}
        error={asked && provinceCode === null ? text('province-missing') : undefined}
        query={provinces}
        options={toOptions(provinces.data)}
        value={provinceCode}
        onChange={(next) => {
          onPlace(next)
          onChoose(null)
        }}
      />
      {provinceCode === null ? null : (
        <Loaded query={windows}>
          {(found) => (
            <WindowChoice
              key={provinceCode}
              windows={found}
              chosen={chosen}
              error={asked && chosen === null ? text('window-missing') : undefined}
              onChoose={onChoose}
            />
          )}
        </Loaded>
      )}
    </>
  )
}

/** Without an account: the province says which office calls. */
export const StrangerCallBackForm = (): ReactNode => {
  const text = useTexts(TEXTS)
  const client = useQueryClient()
  const [ids] = useState(() => ({ callBackId: crypto.randomUUID(), reportId: crypto.randomUUID() }))
  const [question, setQuestion] = useState<Question>({ category: null, words: '' })
  const [provinceCode, setProvinceCode] = useState<string | null>(null)
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const [phone, setPhone] = useState('')
  const [asked, setAsked] = useState(false)
  const [made, setMade] = useState<Made | null>(null)
  const send = useAction(async (whole: Whole) => {
    try {
      setMade(await call('POST /api/call-backs', { body: { ...ids, ...whole, context: {}, phone } }))
    } finally {
      await client.invalidateQueries({ queryKey: ['call-back-windows'] })
    }
  })
  const onSubmit = (event: SyntheticEvent): void => {
    event.preventDefault()
    setAsked(true)
    const { category, words } = question
    if (chosen !== null && provinceCode !== null && category !== null && words.trim() !== '' && phone.trim() !== '')
      void send.run({ ...chosen, category, words, provinceCode })
    else goToFirstWrong()
  }
  if (made !== null) return <Done {...made} />
  return (
    <form noValidate onSubmit={onSubmit}>
      <p>
        {text('stranger-lead')} <Link href="/dang-nhap">{text('sign-in')}</Link>
      </p>
      <QuestionFields question={question} asked={asked} hint={text('words-hint')} onChange={setQuestion} />
      <PlaceAndWindow provinceCode={provinceCode} chosen={chosen} asked={asked} onPlace={setProvinceCode} onChoose={setChosen} />
      <TextField
        name="phone"
        type="tel"
        autoComplete="tel"
        label={text('phone')}
        error={asked && phone.trim() === '' ? text('phone-missing') : undefined}
        maxLength={30}
        value={phone}
        onChange={setPhone}
      />
      <FailureNotice failure={send.failure} />
      <Button type="submit" busy={send.busy}>
        {text('send')}
      </Button>
    </form>
  )
}
