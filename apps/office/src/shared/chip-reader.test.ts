import { describe, expect, it } from 'vitest'
import { readCardEvent } from './chip-reader.ts'

const FIELDS = '099194000019|012345678|Nguyễn Thị Thử Nghiệm|05031994|Nữ|Số 1 phố Mẫu, Hà Nội|10052021'

describe('a card on the chip reader', () => {
  it('is read from the seven fields, with the chip’s portrait', async () => {
    const card = readCardEvent(JSON.stringify({ event: 'card', fields: FIELDS, portrait: btoa('JPEG') }))
    expect(card).toMatchObject({ nationalId: '099194000019', fullName: 'Nguyễn Thị Thử Nghiệm', bornOn: '1994-03-05' })
    expect(await card?.portrait?.text()).toBe('JPEG')
  })

  it.each([
    ['no JSON', 'card'],
    ['another event', JSON.stringify({ event: 'removed' })],
    ['fields that do not parse', JSON.stringify({ event: 'card', fields: '1|2|3' })],
    ['nothing to read', JSON.stringify({ event: 'card' })],
    ['null', 'null'],
  ])('%s is ignored', (_what, text) => {
    expect(readCardEvent(text)).toBeNull()
  })
})
