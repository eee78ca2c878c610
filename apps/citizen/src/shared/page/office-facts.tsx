import type { Office } from '@an-sinh/contract'
import { Facts, formatDate, Notice, useLanguage, useTexts } from '@an-sinh/ui'
import type { ReactNode } from 'react'
import { TEXTS } from './texts.ts'

const WORKING_DAYS = '1,2,3,4,5'

/** When an office is open, in words; assumed hours say so. */
export const useOfficeHours = (): ((office: Office) => string) => {
  const text = useTexts(TEXTS)
  return ({ hours, hoursAssumed }) => {
    const days = hours.weekdays.toSorted((first, second) => first - second)
    const named =
      days.join(',') === WORKING_DAYS ? text('office-hours-days') : days.map((day) => text(`weekday-${(day % 7) as 0}`)).join(', ')
    const spans = hours.spans.map((span) => span.join('–')).join(', ')
    return `${named}: ${spans}${hoursAssumed ? ` (${text('office-hours-assumed')})` : ''}`
  }
}

/** Everything needed to get to an office: address, hours, phone, code, and when it is closed. */
export const OfficeFacts = ({ office }: { readonly office: Office }): ReactNode => {
  const text = useTexts(TEXTS)
  const { language } = useLanguage()
  const hoursOf = useOfficeHours()
  const code = office.codeProvisional ? text('office-code-provisional', { code: office.code }) : office.code
  return (
    <>
      <Facts
        facts={[
          { label: text('office-address'), value: office.address },
          { label: text('office-hours'), value: hoursOf(office) },
          {
            label: text('phone'),
            value: office.phone === null ? null : <a href={`tel:${office.phone.replace(/[^\d+]/gu, '')}`}>{office.phone}</a>,
          },
          { label: text('office-code'), value: code },
        ]}
      />
      {office.closures.map(({ fromOn, toOn, reason }) => (
        <Notice key={fromOn} kind="warning">
          <p>{text('office-closed', { from: formatDate(fromOn, language), to: formatDate(toOn, language), reason })}</p>
        </Notice>
      ))}
    </>
  )
}
