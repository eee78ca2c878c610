import { Readable } from 'node:stream'
import { getLetterPdfRoute } from '@an-sinh/contract'
import { civilDateIn } from '@an-sinh/domain'
import { type EmployerLetterData, joinPdfs, patiently, renderPdf } from '../documents/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { requireFound } from '../platform/refusal.ts'
import { findStandingOffice, type OfficeRow } from '../reference/index.ts'
import { listOfficesInView } from '../staff/index.ts'
import { findLetter, type LetterRow, type LetterTextRow, listLetterTexts } from './letter-queries.ts'
import { LETTERS_A_PART } from './write-letter.ts'

/** "BHXH thành phố Hà Nội" → "BẢO HIỂM XÃ HỘI THÀNH PHỐ HÀ NỘI", as a letter's head writes it. */
const toHead = (name: string): string => name.replace(/^BHXH\b/u, 'Bảo hiểm xã hội').toLocaleUpperCase('vi')

/** The place before the date: the province's name, or what follows "BHXH" in the office's. */
const toPlace = (office: OfficeRow | null): string =>
  (office?.name ?? '').replace(/^(BHXH|Bảo hiểm xã hội)\s+((cơ sở|thành phố|tỉnh|quận|huyện)\s+)?/u, '')

type Head = { office: OfficeRow | null; above: OfficeRow | null }

const toLetters = (letter: LetterRow, { office, above }: Head, rows: readonly LetterTextRow[]): EmployerLetterData => {
  const [year = '', month = '', day = ''] = civilDateIn(letter.madeAt.getTime()).split('-')
  return {
    title: letter.title,
    above: above === null ? 'BẢO HIỂM XÃ HỘI VIỆT NAM' : toHead(above.name),
    office: toHead(office?.name ?? ''),
    symbol: 'BHXH',
    about: letter.title.replace(/^(?:V\/v|Về việc)[:\s]+/iu, ''),
    place: `${toPlace(office)}, ngày ${day} tháng ${month} năm ${year}`,
    signs: 'GIÁM ĐỐC',
    copies: ['Như trên;', 'Lưu: VT.'],
    letters: rows.map(({ name, code, address, words }) => ({
      employer: name,
      code,
      address,
      paragraphs: words
        .split(/\n+/u)
        .map((line) => line.trim())
        .filter((line) => line !== ''),
    })),
  }
}

/** Letters typeset at one time: a fraction of a second of the one thread that draws PDFs. */
const AT_ONCE = 25

/** One file a part, made while it is read: neither the server nor the browser holds more of it than a few letters. */
async function* printPart(platform: Platform, letter: LetterRow, head: Head, part: number): AsyncGenerator<Buffer> {
  const end = part * LETTERS_A_PART
  for (let offset = end - LETTERS_A_PART; offset < end; offset += AT_ONCE) {
    const rows = await listLetterTexts(platform.sql, letter.letterId, { limit: Math.min(AT_ONCE, end - offset), offset })
    if (rows.length > 0) yield await patiently(() => renderPdf('employer-letter', toLetters(letter, head, rows)))
    if (rows.length < AT_ONCE) return
  }
}

/** The same words as in the inbox, on the agency's letter paper; number, signature and seal are the agency's own. */
export function getLetterPdf(server: Server, platform: Platform): void {
  addRoute(server, getLetterPdfRoute, async ({ params, request, reply }) => {
    const officeIds = await listOfficesInView(platform.sql, requireActor(request, 'staff'))
    const letter = requireFound(await findLetter(platform.sql, params.letterId, officeIds), 'not-found')
    const part = Number(params.part)
    const [first] = await listLetterTexts(platform.sql, letter.letterId, { limit: 1, offset: (part - 1) * LETTERS_A_PART })
    requireFound(first, 'not-found')
    const office = await findStandingOffice(platform.sql, letter.officeId)
    const parentId = office?.parentOfficeId ?? null
    const above = parentId === null ? null : await findStandingOffice(platform.sql, parentId)
    return reply
      .type('application/pdf')
      .header('cache-control', 'no-store')
      .header('content-disposition', `attachment; filename="thu-don-vi-${part}.pdf"`)
      .send(Readable.from(joinPdfs(printPart(platform, letter, { office, above }, part)), { objectMode: false, highWaterMark: 1 }))
  })
}
