import { expect, test } from 'vitest'
import { rankOptions } from './rank-options.ts'

const OPTIONS = ['Phường Đống Đa', 'Phường Ba Đình', 'Xã Đông Anh', 'Phường Dương Nội'].map((label, at) => ({ value: String(at), label }))
const labels = (typed: string) => rankOptions(OPTIONS, typed).map((option) => option.label)

test('a search without accents finds names with accents', () => {
  expect(labels('dong')).toEqual(['Phường Đống Đa', 'Xã Đông Anh'])
  expect(labels('DUONG noi')).toEqual(['Phường Dương Nội'])
})

test('names that bear the accents as typed come first', () => {
  expect(labels('đông')).toEqual(['Xã Đông Anh', 'Phường Đống Đa'])
})

test('decomposed typing finds the same', () => {
  expect(labels('Đình'.normalize('NFD'))).toEqual(['Phường Ba Đình'])
})

test('nothing typed shows everything, and a stranger shows nothing', () => {
  expect(labels(' ')).toHaveLength(4)
  expect(labels('xyz')).toEqual([])
})
