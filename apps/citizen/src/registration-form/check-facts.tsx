import { PHOTO_KINDS } from '@an-sinh/domain'
import { type Fact, Facts, formatDate, useLanguage, useTexts } from '@an-sinh/ui'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { usePlaceNames } from '../shared/api/use-places.ts'
import type { Draft, DraftFields } from '../shared/draft/draft.ts'
import { pathOf, type StepName } from '../shared/steps/steps.ts'
import { nameNationality } from '../shared/answers/nationality-codes.ts'
import { TEXTS } from './texts.ts'

const pad = (typed: string): string => typed.trim().padStart(2, '0')

const bornOn = ({ birth, birthYearOnly }: DraftFields): string =>
  birthYearOnly || birth.month === '' ? birth.year : `${birth.year}-${pad(birth.month)}-${pad(birth.day)}`

const useIdentityFacts = (fields: DraftFields): Fact[] => {
  const text = useTexts(TEXTS)
  const { language } = useLanguage()
  const isPassport = fields.paper === 'passport'
  const insuranceNumber =
    fields.insuranceNumberForgotten || fields.insuranceNumber === '' ? text('check-forgotten') : fields.insuranceNumber
  return [
    { label: text('fullName'), value: fields.fullName },
    { label: text('nationalId'), value: isPassport ? null : fields.nationalId },
    { label: text('passportNumber'), value: isPassport ? fields.passportNumber : null },
    { label: text('nationality'), value: isPassport && fields.nationality !== '' ? nameNationality(fields.nationality, language) : null },
    { label: text('insuranceNumber'), value: insuranceNumber },
    { label: text('birth'), value: formatDate(bornOn(fields), language) },
    { label: text('sex'), value: fields.sex === null ? null : text(fields.sex) },
  ]
}

const useAddress = (fields: DraftFields): string => {
  const { street, placeNames } = fields
  const listed = usePlaceNames(fields)
  return [street.trim(), placeNames.ward || listed.ward, placeNames.province || listed.province].filter((part) => part !== '').join(', ')
}

/** All answers in groups, each with the way to change it. */
export const CheckFacts = ({ draft }: { readonly draft: Draft }): ReactNode => {
  const text = useTexts(TEXTS)
  const { fields, photos, provedPhone } = draft
  const identity = useIdentityFacts(fields)
  const address = useAddress(fields)
  const sent = PHOTO_KINDS.filter((kind) => photos[kind]?.state === 'sent').length
  const groups: readonly { readonly step: StepName; readonly title: string; readonly facts: readonly Fact[] }[] = [
    { step: 'identity', title: text('check-identity'), facts: identity },
    {
      step: 'phone',
      title: text('check-contact'),
      facts: [
        { label: text('phone'), value: provedPhone },
        { label: text('email'), value: fields.email.trim() === '' ? text('check-email-none') : fields.email },
      ],
    },
    {
      step: 'address',
      title: text('check-address'),
      facts: [
        { label: text('check-address'), value: address },
        {
          label: text('check-address'),
          value: fields.oldAddress === null ? null : text('check-old-address', { address: fields.oldAddress }),
        },
      ],
    },
    { step: 'office', title: text('check-office'), facts: [{ label: text('step-office'), value: fields.placeNames.office }] },
    { step: 'photos', title: text('check-photos'), facts: [{ label: text('step-photos'), value: text('check-photos-sent', { sent }) }] },
  ]
  return (
    <>
      {groups.map(({ step, title, facts }) => (
        <section key={step}>
          <h2>{title}</h2>
          <Facts facts={facts} />
          <Link href={pathOf(step)} className="back-link" aria-label={`${text('check-change')}: ${title}`}>
            {text('check-change')}
          </Link>
        </section>
      ))}
      {sent < PHOTO_KINDS.length ? <p className="quiet">{text('check-photos-waiting')}</p> : null}
    </>
  )
}
