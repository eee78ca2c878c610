import { expect, test } from 'vitest'
import { subjectOf } from './profile.ts'

const AN = { representationId: 'a', fullName: 'Trần Bé An', kind: 'child', areas: ['card'] } as const

test('one’s own data is asked for without anybody’s name', () => {
  expect(subjectOf(null)).toEqual({ query: {}, key: ['me'] })
})

test('two people’s answers are never kept under one key, and all of them go with signing out', () => {
  const keys = [null, AN, { ...AN, representationId: 'b' }].map((profile) => [...subjectOf(profile).key, 'health-card'].join('/'))
  expect(new Set(keys).size).toBe(3)
  expect(keys.every((key) => key.startsWith('me/'))).toBe(true)
})
