import { isChildOn, isCivilDate } from '@an-sinh/domain'
import type { DateBoxes } from '@an-sinh/ui'
import type { RequestTo } from '../shared/api/routes.ts'

type Body = RequestTo<'POST /api/me/dependant-requests'>['body']
export type ChildAnswers = {
  readonly childName: string
  readonly born: DateBoxes
  readonly insuranceNumber: string
  readonly nationalId: string
  readonly relation: Body['relation'] | null
}
export const NO_ANSWERS: ChildAnswers = {
  childName: '',
  born: { day: '', month: '', year: '' },
  insuranceNumber: '',
  nationalId: '',
  relation: null,
}

export type ChildFault = 'name-missing' | 'born-wrong' | 'born-adult' | 'relation-missing' | 'insurance-number-wrong' | 'national-id-wrong'
type Faults = { readonly field: string; readonly code: ChildFault }[]

const toNumber = (typed: string): string | null => {
  const digits = typed.replace(/[\s.\-–]/gu, '')
  return digits === '' ? null : digits
}
const isNumber = (value: string | null, digits: number): boolean => value === null || (/^\d+$/u.test(value) && value.length === digits)

/** What was typed → what is sent, or every fault at once. `today`: Viet Nam's civil date. */
export const readChild = (
  answers: ChildAnswers,
  today: string,
): { readonly child: Omit<Body, 'requestId'> | null; readonly faults: Faults } => {
  const { born, relation } = answers
  const childName = answers.childName.trim()
  const bornOn = `${born.year.trim()}-${born.month.trim().padStart(2, '0')}-${born.day.trim().padStart(2, '0')}`
  const [insuranceNumber, nationalId] = [toNumber(answers.insuranceNumber), toNumber(answers.nationalId)]
  const faults: Faults = []
  if (childName === '') faults.push({ field: 'childName', code: 'name-missing' })
  if (!isCivilDate(bornOn)) faults.push({ field: 'born', code: 'born-wrong' })
  else if (!isChildOn(bornOn, today)) faults.push({ field: 'born', code: 'born-adult' })
  if (!isNumber(insuranceNumber, 10)) faults.push({ field: 'insuranceNumber', code: 'insurance-number-wrong' })
  if (!isNumber(nationalId, 12)) faults.push({ field: 'nationalId', code: 'national-id-wrong' })
  if (relation === null) faults.push({ field: 'relation', code: 'relation-missing' })
  if (faults.length > 0 || relation === null) return { child: null, faults }
  return { child: { childName, bornOn, insuranceNumber, nationalId, relation }, faults }
}

/** What a request that came back declared, as it was typed. */
export const toAnswers = ({ childName, bornOn, insuranceNumber, nationalId, relation }: Body): ChildAnswers => {
  const [year = '', month = '', day = ''] = bornOn.split('-')
  return { childName, born: { day, month, year }, insuranceNumber: insuranceNumber ?? '', nationalId: nationalId ?? '', relation }
}
