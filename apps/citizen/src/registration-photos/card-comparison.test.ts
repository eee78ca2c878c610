import { expect, test } from 'vitest'
import { makeDraft } from '../shared/draft/draft.ts'
import { fieldsOfCard } from '../shared/answers/fields-of-card.ts'
import { compareCard } from './card-comparison.tsx'

const CARD = {
  nationalId: '099194000019',
  legacyId: null,
  fullName: 'Nguyễn Thị Thử Nghiệm',
  bornOn: '1994-03-05',
  sex: 'female' as const,
  address: 'Số 1 phố Mẫu',
  issuedOn: null,
}
const EMPTY = makeDraft('r', 0).fields

test('what the card says in other letters or spaces is no difference', () => {
  const typed = {
    ...EMPTY,
    fullName: 'NGUYEN  THI THU NGHIEM',
    nationalId: '099 194 000 019',
    birth: { day: '5', month: '3', year: '1994' },
    sex: 'female' as const,
  }
  expect(compareCard(CARD, typed)).toEqual([])
})

test('each difference is named with both sides, and taking the card over leaves none', () => {
  const typed = { ...EMPTY, fullName: 'Nguyễn Thị Thử Nghiêm Túc', birth: { day: '3', month: '5', year: '1994' }, sex: 'female' as const }
  expect(compareCard(CARD, typed)).toEqual([
    { field: 'fullName', onCard: 'Nguyễn Thị Thử Nghiệm', typed: 'Nguyễn Thị Thử Nghiêm Túc' },
    { field: 'nationalId', onCard: '099194000019', typed: '' },
    { field: 'bornOn', onCard: '1994-03-05', typed: '1994-05-03' },
  ])
  expect(compareCard(CARD, { ...typed, ...fieldsOfCard(CARD) })).toEqual([])
  expect(compareCard({ ...CARD, bornOn: '1958' }, { ...typed, ...fieldsOfCard({ ...CARD, bornOn: '1958' }) })).toEqual([])
})
