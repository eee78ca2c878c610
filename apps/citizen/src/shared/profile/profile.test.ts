import { expect, test } from 'vitest'
import { isOwnPage, subjectOf } from './profile.ts'

const AN = { representationId: 'a', fullName: 'Trần Bé An', kind: 'child', areas: ['card'], lastOn: '2036-04-30' } as const

test('one’s own data is asked for without anybody’s name', () => {
  expect(subjectOf(null)).toEqual({ query: {}, key: ['me'] })
})

test('two people’s answers are never kept under one key, and all of them go with signing out', () => {
  const keys = [null, AN, { ...AN, representationId: 'b' }].map((profile) => [...subjectOf(profile).key, 'health-card'].join('/'))
  expect(new Set(keys).size).toBe(3)
  expect(keys.every((key) => key.startsWith('me/'))).toBe(true)
})

test('a page that is one’s own alone is told from those that show whoever is chosen', () => {
  expect(['/ca-nhan/yeu-cau', '/ca-nhan/the-khac', '/ca-nhan/nguoi-phu-thuoc/them'].map(isOwnPage)).toEqual([true, true, true])
  expect(['/ca-nhan', '/ca-nhan/the', '/ca-nhan/so-kham/1', '/', '/tro-giup'].map(isOwnPage)).toEqual([false, false, false, false, false])
})
