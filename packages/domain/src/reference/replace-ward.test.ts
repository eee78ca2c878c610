import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { replaceWard } from './index.ts'

const NOW = { wardName: 'Phường Mới', provinceName: 'Thành phố Mẫu' }

describe('an address after its ward became another one', () => {
  it.each([
    ['Số 5 ngõ Chợ, Phường Cũ, Quận Mẫu, Thành phố Mẫu', 'Số 5 ngõ Chợ, Phường Mới, Thành phố Mẫu'],
    ['Số 5 ngõ Chợ,  p. cũ , Quận Mẫu', 'Số 5 ngõ Chợ, Phường Mới, Thành phố Mẫu'],
    ['Thôn Đông, Xã Khác', 'Thôn Đông, Xã Khác, Phường Mới, Thành phố Mẫu'],
    ['Phường Cũ', 'Phường Mới, Thành phố Mẫu'],
    [null, 'Phường Mới, Thành phố Mẫu'],
  ])('%s → %s', (before, after) => expect(replaceWard(before, { ...NOW, endedName: 'Phường Cũ' })).toBe(after))
  it('keeps every word before the old ward and ends with the names of today', () => {
    const word = fc.stringMatching(/^[a-z0-9]{1,8}$/u)
    fc.assert(
      fc.property(fc.array(word, { maxLength: 4 }), fc.boolean(), (parts, named) => {
        const before = [...parts, ...(named ? ['Phường Cũ Kỹ', 'Quận Mẫu'] : [])].join(', ')
        expect(replaceWard(before, { ...NOW, endedName: 'Phường Cũ Kỹ' })).toBe([...parts, 'Phường Mới', 'Thành phố Mẫu'].join(', '))
      }),
    )
  })
})
