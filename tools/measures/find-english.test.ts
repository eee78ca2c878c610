import { expect, test } from 'vitest'

import { listForeignWords, makeEnglishTexts } from './find-english.ts'

test('Vietnamese with and without its marks holds no foreign word', () => {
  expect(listForeignWords('Người tham gia nghiêm túc khuyến khích quyền lợi, Nguyen Thi Hoa o Ha Noi, BHXH, VNeID 9900000001')).toEqual([
    'VNeID',
  ])
  expect(listForeignWords('khuya khuyu thuong nguyen quyet giua xoong')).toEqual([])
})

test('English words are found in the middle of a Vietnamese sentence, addresses are not words', () => {
  expect(listForeignWords('Nguồn: synthetic, xem tại https://example.invalid/kiem-tra, thư ten@congty.vn')).toEqual(['synthetic'])
  expect(listForeignWords('Please try again')).toEqual(['Please', 'again'])
})

test('an own English text is known with anything in its places, a Vietnamese one is not', () => {
  const isEnglish = makeEnglishTexts()
  expect(isEnglish('The system is in trouble')).toBe(true)
  expect(isEnglish('You can try again at 9:00.') || isEnglish('Step 2 of 6')).toBe(true)
  expect(isEnglish('Hệ thống đang gặp trục trặc')).toBe(false)
})
