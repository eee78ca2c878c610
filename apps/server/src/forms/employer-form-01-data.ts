import { type CivilDate, FORM_PURPOSES, validOn } from '@an-sinh/domain'
import type { Form01Data } from '../documents/index.ts'
import { type Form01Facts, toForm01Data } from './form-01-data.ts'

/** What the employer has no need of while it prints (Law 91/2025/QH15): that it was given is shown, what it is is not. */
const HIDDEN = '***'

const numberOf = (facts: Form01Facts, on: CivilDate, code: string): number | undefined =>
  validOn(FORM_PURPOSES, on)
    .find(({ purpose }) => purpose === facts.purpose)
    ?.fields.find((field) => field.code === code)?.number

/** Form 01 as an employer prints it for its holder: phone and e-mail hidden behind a check mark, and to whom the holder agreed. */
export function toEmployerForm01Data(facts: Form01Facts, employerName: string, on: CivilDate): Form01Data {
  const shown = toForm01Data(facts, on)
  const [phone, email, way] = ['phone', 'email', 'handInWay'].map((code) => numberOf(facts, on, code))
  const hidden = new Set([phone, ...(facts.answers.email === null ? [] : [email])])
  return {
    ...shown,
    lines: shown.lines.map((line) => {
      if (hidden.has(line.number)) return { ...line, value: HIDDEN, checked: true as const }
      if (line.number === way)
        return { ...line, value: `Đồng ý để ${employerName} in và nộp giúp, kèm bản chính giấy tờ tùy thân khi được yêu cầu` }
      return line
    }),
  }
}
