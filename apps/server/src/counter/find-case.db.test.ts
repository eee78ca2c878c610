import { formatFormCode } from '@an-sinh/domain'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Clerk, codeOf, type Desk, openDesk } from './desk-fixture.ts'

describe('a case', () => {
  let desk: Desk
  let clerk: Clerk
  beforeAll(async () => {
    desk = await openDesk()
    clerk = await desk.hire()
  })
  afterAll(() => desk.close())
  const find = (code: string) => clerk.client.post('/api/counter/lookups', { code })

  it('is found by form code as typed, as scanned, by the QR’s whole text, and by file number', async () => {
    const { row, formCode } = await desk.submit()
    const { registrationId, fileNumber } = row
    for (const text of [
      formCode,
      formatFormCode(formCode),
      formCode.toLowerCase(),
      ` ${formCode} `,
      `https://an-sinh.invalid/to-khai#${formCode}`,
      fileNumber ?? '',
      (fileNumber ?? '').replaceAll('/', ' / '),
    ]) {
      expect((await find(text)).json()).toStrictEqual({ registrationId })
    }
  })

  it.each([
    ['half a scan', (code: string) => code.slice(0, 6), 'form-code-length'],
    ['a typo', (code: string) => `${code.slice(0, 4)}${code.charAt(4) === '7' ? '8' : '7'}${code.slice(5)}`, 'form-code-check'],
    ['a character no code has', (code: string) => `${code.slice(0, 9)}U`, 'form-code-character'],
    ['half an address', (code: string) => `https://an-sinh.invalid/to-khai#${code.slice(0, 6)}`, 'scan-half'],
    ['the number of a request', () => '90001/2026/DC00001', 'scan-request'],
    ['a batch of an employer', () => '90001/2026/BK00001', 'scan-batch'],
    ['an identity card', () => '099194000012|012345678|Nguyễn Thị Thử|05031994|Nữ|Số 1, Hà Nội|01072024', 'scan-id-card'],
    ['a health card', () => 'DN4019900000001', 'scan-health-card'],
    ['a person’s own number', () => '099194000012', 'scan-person-number'],
    ['a file number that nobody has', () => '99999/2026/99999', 'form-code-unknown'],
    ['nothing', () => '', 'form-code-length'],
  ])('is not found by %s, and the clerk is told why', async (_what, change, code) => {
    const { formCode } = await desk.submit()
    expect(codeOf(await find(change(formCode)))).toBe(code)
  })

  it('is found though a Vietnamese typing method rewrote what the scanner sent', async () => {
    // A D in the code may arrive as Đ when two of them follow each other, a vowel and its mark as one letter.
    for (let tries = 0; tries < 40; tries += 1) {
      const { row, formCode } = await desk.submit()
      const rewritten = formCode
        .replace('DD', 'Đ')
        .replace('AA', 'Â')
        .replace('EE', 'Ê')
        .replace(/([AE])S/u, (_pair, letter: string) => `${letter}\u0301`.normalize('NFC'))
      const answer = await find(`https://an-sinh.invalid/to-khai#${rewritten}`)
      if (rewritten === formCode) expect(answer.json()).toStrictEqual({ registrationId: row.registrationId })
      else expect([row.registrationId, undefined]).toContain(answer.json<{ registrationId?: string }>().registrationId)
    }
  })

  it('with a control character in its code is refused as such', async () => {
    expect(codeOf(await find('ABC\u0000'))).toBe('bad-text')
  })
})
