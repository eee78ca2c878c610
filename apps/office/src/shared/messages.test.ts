import { describe, expect, it } from 'vitest'

const texts = import.meta.glob<Readonly<Record<string, string>>>('../*/messages.*.json', { eager: true, import: 'default' })
const sources = import.meta.glob<string>('../*/*.{ts,tsx}', { eager: true, query: '?raw', import: 'default' })

const features = [...new Set(Object.keys(texts).map((path) => path.split('/').at(-2) ?? ''))]
const read = (feature: string, language: 'vi' | 'en'): Readonly<Record<string, string>> =>
  texts[`../${feature}/messages.${language}.json`] ?? texts[`./messages.${language}.json`] ?? {}
const holes = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '').toSorted()
const ENGLISH_WORD = /\b(the|and|case|form|please|error|loading)\b/i
const VIETNAMESE_LETTER = /[ăâđêôơưáàảãạấầẩẫậắằẳẵặéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ]/i

describe.each(features)('the texts of %s', (feature) => {
  const [vi, en] = [read(feature === '..' ? 'shared' : feature, 'vi'), read(feature === '..' ? 'shared' : feature, 'en')]

  it('are complete in both languages, none empty', () => {
    expect(Object.keys(vi).length).toBeGreaterThan(0)
    expect(Object.keys(en).toSorted()).toEqual(Object.keys(vi).toSorted())
    expect([...Object.values(vi), ...Object.values(en)].filter((text) => text.trim() === '')).toEqual([])
  })

  it('have the same places to fill in both languages', () => {
    expect(Object.keys(vi).filter((key) => String(holes(vi[key] ?? '')) !== String(holes(en[key] ?? '')))).toEqual([])
  })

  it('are Vietnamese on the Vietnamese side and English on the other, in composed letters', () => {
    expect(Object.values(vi).filter((text) => ENGLISH_WORD.test(text))).toEqual([])
    expect(Object.values(en).filter((text) => VIETNAMESE_LETTER.test(text))).toEqual([])
    expect(Object.values(vi).filter((text) => text !== text.normalize('NFC'))).toEqual([])
  })
})

describe('the screens', () => {
  it('hold no words of their own: Vietnamese is found in the texts only', () => {
    const written = Object.entries(sources).filter(
      ([path, source]) => !path.includes('.test.') && !path.includes('fixture') && VIETNAMESE_LETTER.test(source),
    )
    expect(written.map(([path]) => path)).toEqual([])
  })
})
