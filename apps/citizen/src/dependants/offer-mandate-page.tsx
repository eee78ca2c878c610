import { ChoiceField, DateField, formatDate, Notice, TextField, TickField, useLanguage, useTexts } from '@an-sinh/ui'
import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { Link } from 'wouter'
import { todayInVietNam } from '../shared/answers/today.ts'
import { call } from '../shared/api/call.ts'
import { findCode } from '../shared/api/failure.ts'
import { FailureNotice } from '../shared/page/failure-notice.tsx'
import { NeedsNetwork } from '../shared/online/needs-network.tsx'
import { Page } from '../shared/page/page.tsx'
import { StepPage } from '../shared/page/step-page.tsx'
import { useAction } from '../shared/page/use-action.ts'
import { type Area, AREAS, lastDayOf, NO_OFFER, type OfferAnswers, readOffer, TERMS } from './read-offer.ts'
import { StepUp } from '../shared/step-up/step-up.tsx'
import { TEXTS } from './texts.ts'
import { MANDATE_OFFERS_KEY } from './use-dependants.ts'

type FieldsProps = {
  readonly answers: OfferAnswers
  readonly errorOf: (field: string) => string | undefined
  readonly onChange: (change: Partial<OfferAnswers>) => void
}

const AreaFields = ({ answers: { areas }, errorOf, onChange }: FieldsProps): ReactNode => {
  const text = useTexts(TEXTS)
  const tick = (area: Area, on: boolean): void => onChange({ areas: on ? [...areas, area] : areas.filter((one) => one !== area) })
  return (
    <fieldset className="field">
      <legend className="field-label">{text('offer-areas')}</legend>
      {AREAS.map((area) => (
        <TickField
          key={area}
          name={`area-${area}`}
          label={text(`offer-area-${area}`)}
          error={errorOf(`area-${area}`)}
          checked={areas.includes(area)}
          onChange={(on) => tick(area, on)}
        />
      ))}
    </fieldset>
  )
}

const OfferFields = (props: FieldsProps): ReactNode => {
  const { answers, errorOf, onChange } = props
  const text = useTexts(TEXTS)
  const { language } = useLanguage()
  const today = todayInVietNam()
  return (
    <>
      <TextField
        name="number"
        label={text('offer-number')}
        hint={text('offer-number-hint')}
        error={errorOf('number')}
        value={answers.number}
        onChange={(number) => onChange({ number })}
        width="medium"
        inputMode="numeric"
        autoComplete="off"
        maxLength={20}
      />
      <DateField
        name="born"
        label={text('offer-born')}
        error={errorOf('born')}
        value={answers.born}
        onChange={(typed) => onChange({ born: { ...answers.born, ...typed } })}
        labels={{ day: text('day'), month: text('month'), year: text('year') }}
      />
      <AreaFields {...props} />
      <ChoiceField
        name="term"
        label={text('offer-term')}
        error={errorOf('term')}
        value={answers.term}
        onChange={(term) => onChange({ term })}
        choices={TERMS.map((term) => ({
          value: term,
          label: text(`offer-term-${term}`),
          hint: text('until', { on: formatDate(lastDayOf(term, today), language) }),
        }))}
      />
    </>
  )
}

const Sent = (): ReactNode => {
  const text = useTexts(TEXTS)
  return (
    <Page title={text('sent-title')}>
      <Notice kind="good">
        <p>{text('offer-sent-text')}</p>
      </Notice>
      <p>
        <Link href="/ca-nhan/nguoi-phu-thuoc" className="button">
          {text('back')}
        </Link>
      </p>
    </Page>
  )
}

/** One page: to whom, what, until when. One intent, one id: sent again after a lost answer it is still one offer. */
export const OfferMandatePage = (): ReactNode => {
  const text = useTexts(TEXTS)
  const queryClient = useQueryClient()
  const [offerId] = useState(() => crypto.randomUUID())
  const [answers, setAnswers] = useState(NO_OFFER)
  const [tried, setTried] = useState(false)
  const [sent, setSent] = useState(false)
  const { offer, faults } = readOffer(answers, todayInVietNam())
  const errors = tried ? faults.map(({ field, code }) => ({ field, sentence: text(code) })) : []
  const send = useAction(async (body: NonNullable<typeof offer>) => {
    await call('POST /api/me/mandate-offers', { body: { offerId, ...body, areas: [...body.areas] } })
    await queryClient.invalidateQueries({ queryKey: MANDATE_OFFERS_KEY })
    setSent(true)
  })
  const needsProof = findCode(send.failure) === 'step-up-needed'
  if (sent) return <Sent />
  return (
    <StepPage
      title={text('offer-title')}
      backTo="/ca-nhan/nguoi-phu-thuoc"
      errors={errors}
      busy={send.busy}
      nextLabel={text('offer-send')}
      aside={needsProof && offer !== null ? <StepUp onProved={() => void send.run(offer)} /> : null}
      onNext={() => {
        setTried(true)
        if (offer !== null) void send.run(offer)
      }}
    >
      <NeedsNetwork />
      <p>{text('offer-lead')}</p>
      <FailureNotice failure={needsProof ? null : send.failure} />
      <OfferFields
        answers={answers}
        errorOf={(field) => errors.find((error) => error.field === field)?.sentence}
        onChange={(change) => setAnswers((before) => ({ ...before, ...change }))}
      />
    </StepPage>
  )
}
