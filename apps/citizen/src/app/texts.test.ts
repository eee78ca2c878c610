import { expect, test } from 'vitest'

const files = import.meta.glob<{ readonly default: Readonly<Record<string, string>> }>('../**/messages.*.json', { eager: true })
const folders = [...new Set(Object.keys(files).map((path) => path.replace(/messages\.\w+\.json$/u, '')))]
const textsOf = (folder: string, language: string): Readonly<Record<string, string>> =>
  files[`${folder}messages.${language}.json`]?.default ?? {}
const placesOf = (sentence: string): string[] => [...sentence.matchAll(/\{\w+\}/gu)].map(([place]) => place).toSorted()

test('every feature speaks both languages with the same keys', () => {
  expect(folders.length).toBeGreaterThanOrEqual(9)
  const keysOf = (language: string) => folders.map((folder) => [folder, Object.keys(textsOf(folder, language)).toSorted()])
  expect(keysOf('en')).toEqual(keysOf('vi'))
})

test('no sentence is empty, and both languages fill the same places', () => {
  const sentences = (language: string) =>
    folders.flatMap((folder) => Object.entries(textsOf(folder, language)).map(([key, told]) => ({ name: folder + key, told })))
  const all = [...sentences('vi'), ...sentences('en')]
  expect(all.filter(({ told }) => told.trim() === '')).toEqual([])
  const placesByName = (language: string) => Object.fromEntries(sentences(language).map(({ name, told }) => [name, placesOf(told)]))
  expect(placesByName('en')).toEqual(placesByName('vi'))
})

test('Vietnamese is stored composed, so that it is found and shown right', () => {
  const told = folders.flatMap((folder) => Object.values(textsOf(folder, 'vi')))
  expect(told.filter((sentence) => sentence !== sentence.normalize('NFC'))).toEqual([])
})
