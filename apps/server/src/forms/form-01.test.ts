import { inflateSync } from 'node:zlib'
import type { Answers } from '@an-sinh/contract'
import { FORM_PURPOSES } from '@an-sinh/domain'
import sharp from 'sharp'
import { afterAll, describe, expect, it } from 'vitest'
import { renderPdf, stopDocumentThreads } from '../documents/index.ts'
import { toEmployerForm01Data } from './employer-form-01-data.ts'
import { type Form01Facts, formatOpeningHours, toBlankForm01Data, toForm01Data } from './form-01-data.ts'

const office: Form01Facts['office'] = {
  officeId: 1,
  officialCode: null,
  provisionalCode: '90101',
  name: 'BHXH cơ sở Mẫu',
  nameFolded: 'bhxh co so mau',
  officeLevel: 'grassroots',
  parentOfficeId: null,
  provinceCode: '01',
  address: 'Số 1 phố Mẫu, Hà Nội',
  phone: '024 0000 0000',
  openingHours: {
    weekdays: [1, 2, 3, 4, 5],
    spans: [
      ['08:00', '11:30'],
      ['13:30', '17:00'],
    ],
  },
  openingHoursAssumed: true,
  longitude: null,
  latitude: null,
  receivesRegistrations: true,
  validFrom: '2025-07-01',
  validTo: null,
  wardCodes: [],
  closures: [],
}
const answers: Answers = {
  fullName: 'Nguyễn Thị Thử Nghiệm',
  insuranceNumber: '9900000001',
  insuranceNumberForgotten: false,
  nationalId: '099194000019',
  passportNumber: null,
  nationality: 'VN',
  bornOn: '1994-03-05',
  sex: 'female',
  email: 'thu.nghiem@example.invalid',
  provinceCode: '01',
  wardCode: '00001',
  street: 'Số 1 ngõ 2',
  oldAddress: 'phường Cũ, quận Cũ, Hà Nội',
  officeId: 1,
  officeChoice: 'residence',
  employerMayPrint: false,
}
const idCard = {
  nationalId: '099194000019',
  legacyId: null,
  fullName: '',
  bornOn: '1994',
  sex: 'female',
  address: '',
  issuedOn: '2021-05-10',
} as const
const facts: Form01Facts = {
  purpose: 'register',
  answers,
  phone: '+84951234567',
  office,
  ward: {
    wardCode: '00001',
    wardName: 'Phường Mẫu',
    provinceCode: '01',
    provinceName: 'Thành phố Hà Nội',
    longitude: null,
    latitude: null,
  },
  fileNumber: '90101/2026/00001',
  formCode: '7K3M9PQ2VX',
  dueOn: '2026-12-03',
  idCard,
  photoKinds: ['portrait', 'id-front', 'id-back'],
  citizenOrigin: 'https://an-sinh.example.invalid',
  hotline: '1900 9068',
}
const TODAY = '2026-11-23'
const valuesOf = (change: Partial<Answers>, more: Partial<Form01Facts> = {}): (string | null)[] =>
  toForm01Data({ ...facts, ...more, answers: { ...answers, ...change } }, TODAY).lines.map((line) => line.value)

/** Everything a PDF says about its structure, its compressed parts opened. */
const readStructure = (pdf: Buffer): string => {
  const text = pdf.toString('latin1')
  const opened = [...text.matchAll(/stream\r?\n/gu)].map((match) => {
    const from = match.index + match[0].length
    try {
      return inflateSync(pdf.subarray(from, text.indexOf('endstream', from))).toString('latin1')
    } catch {
      return ''
    }
  })
  return text + opened.join('\n')
}
const countPages = (pdf: Buffer): number => [...readStructure(pdf).matchAll(/\/Type\s*\/Page\b/gu)].length

describe('what Form 01 says', () => {
  it('has every entry of the form, in its order, in words a person reads', () => {
    expect(toForm01Data(facts, TODAY).lines.map((line) => line.label)).toStrictEqual(
      FORM_PURPOSES[0]?.fields.map((field) => field.label.vi),
    )
    expect(valuesOf({})).toStrictEqual([
      'Đã gửi bản điện tử cùng đăng ký',
      'Đã gửi bản điện tử cùng đăng ký',
      'Nguyễn Thị Thử Nghiệm',
      '9900000001',
      '05/03/1994 – Nữ',
      '099194000019, cấp ngày 10/05/2021',
      'Số 1 ngõ 2, Phường Mẫu, Thành phố Hà Nội (địa chỉ cũ: phường Cũ, quận Cũ, Hà Nội)',
      '095 123 4567 (đã xác nhận bằng mã)',
      'thu.nghiem@example.invalid',
      'BHXH cơ sở Mẫu (mã 90101 – tạm)',
      'Nộp trực tiếp tại bộ phận một cửa, kèm bản chính giấy tờ tùy thân',
      'Gửi thông báo kết quả',
      '7K3M9-PQ2VX',
    ])
  })

  it('knows births by year or month, forgotten numbers, passports, missing photos and consent', () => {
    expect(valuesOf({ bornOn: '1950' })[4]).toBe('1950 (không rõ ngày, tháng) – Nữ')
    expect(valuesOf({ bornOn: '1950-07', sex: 'male' })[4]).toBe('07/1950 (không rõ ngày) – Nam')
    expect(valuesOf({ insuranceNumber: null })[3]).toBe('Không nhớ; tra cứu tại quầy')
    expect(valuesOf({ nationalId: null, passportNumber: 'M12345678', nationality: 'KR' })[5]).toBe('Hộ chiếu M12345678, quốc tịch KR')
    expect(valuesOf({ nationalId: null })[5]).toBe('Chưa khai; đối chiếu bản chính tại quầy')
    expect(valuesOf({}, { photoKinds: ['portrait'] })[1]).toBe('Chưa gửi')
    expect(valuesOf({ employerMayPrint: true })[10]).toContain('đồng ý để đơn vị in và nộp giúp')
  })

  it('prints a day of issue only when the photographed card bears the declared number', () => {
    expect(valuesOf({ nationalId: '099194000020' })[5]).toBe('099194000020')
  })

  it('says until when, where, at what hours and with what', () => {
    const { handIn, bring } = toForm01Data(facts, TODAY)
    expect(handIn.map((row) => row.value)).toStrictEqual([
      'hết ngày 03/12/2026',
      'BHXH cơ sở Mẫu',
      'Số 1 phố Mẫu, Hà Nội – ĐT 024 0000 0000',
      formatOpeningHours(office),
    ])
    expect(formatOpeningHours(office)).toBe('thứ hai–thứ sáu, 08:00–11:30, 13:30–17:00 (giờ hành chính thông thường; nên gọi trước)')
    expect(
      formatOpeningHours({ ...office, openingHours: { weekdays: [1, 3, 6], spans: [['07:30', '11:00']] }, openingHoursAssumed: false }),
    ).toBe('thứ hai, thứ tư, thứ bảy, 07:30–11:00')
    expect(bring).toHaveLength(2)
  })

  it('ticks one of the three purposes, none on a blank one', () => {
    expect(toForm01Data(facts, TODAY).purposes.map((purpose) => purpose.ticked)).toStrictEqual([true, false, false])
    expect(toForm01Data({ ...facts, purpose: 'stop' }, TODAY).lines.map((line) => line.number)).not.toContain(1)
    const blank = toBlankForm01Data(TODAY, '1900 9068')
    expect([blank.purposes.some((purpose) => purpose.ticked), blank.lines.some((line) => line.value !== null), blank.file]).toStrictEqual([
      false,
      false,
      null,
    ])
  })

  it('has a QR with the address and the form code behind "#", and nothing personal', async () => {
    const { prepareZXingModule, readBarcodes } = await import('zxing-wasm/reader')
    const { readFileSync } = await import('node:fs')
    const { createRequire } = await import('node:module')
    const wasm = readFileSync(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm'))
    await prepareZXingModule({
      overrides: { wasmBinary: wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength) },
      fireImmediately: true,
    })
    const svg = toForm01Data(facts, TODAY).file?.qrSvg ?? ''
    const [read] = await readBarcodes(await sharp(Buffer.from(svg)).resize(400).png().toBuffer())
    expect(read?.text).toBe('https://an-sinh.example.invalid/to-khai#7K3M9PQ2VX')
  })
})

describe('Form 01 on paper', () => {
  afterAll(stopDocumentThreads)

  const long: Partial<Answers> = {
    fullName: 'Nguyễn Phước Bảo Quỳnh Thuỵ Ưỡng Đặng Hoàng Yến Trường Khuyếch Nghiêng Nguyễn Phước Bảo Quỳnh Thuỵ Ưỡ',
    street: 'Số 123/45/67 đường rất dài '.repeat(11).trim(),
    oldAddress: 'Thôn Thượng, xã Khuê Nghiêm, huyện Mường Khương '.repeat(6).trim(),
    email: `${'dia.chi.rat.dai.'.repeat(4)}@${'mien-dai.'.repeat(19)}example.invalid`,
    employerMayPrint: true,
    bornOn: '1950',
  }

  it.each([
    ['as usual', {}],
    ['with everything as long as it may be', long],
    [
      'with a passport alone',
      { nationalId: null, insuranceNumber: null, passportNumber: 'M12345678', nationality: 'KR', email: null, oldAddress: null },
    ],
    ['with a name typed decomposed', { fullName: 'Nguyễn Thị Thử Nghiệm'.normalize('NFD') }],
    ['with text that is code elsewhere', { fullName: '#panic("x") $x$ *a* @b <c> `d` // \\ {}[]', street: '#import "/etc/passwd"' }],
  ])('%s is one tagged A4 page', async (_name, change) => {
    const pdf = await renderPdf('form-01', toForm01Data({ ...facts, answers: { ...answers, ...change } }, TODAY))
    const structure = readStructure(pdf)
    expect(countPages(pdf)).toBe(1)
    expect(structure).toMatch(/\/MediaBox\s*\[0 0 595\.\d+ 841\.\d+\]/u)
    expect(structure).toMatch(/\/Marked true/u)
    expect(structure).toMatch(/pdfuaid:part/u)
    expect(structure).toMatch(/\/Lang\s*\(vi/u)
  })

  it('as the longest-named employer prints it is one page too, with phone and e-mail hidden', async () => {
    const data = toEmployerForm01Data(
      { ...facts, answers: { ...answers, ...long } },
      'Công ty Trách nhiệm hữu hạn '.repeat(8).slice(0, 200),
      TODAY,
    )
    expect(data.lines.filter(({ checked }) => checked === true).map(({ value }) => value)).toStrictEqual(['***', '***'])
    expect(JSON.stringify(data.lines)).not.toMatch(/095 123|dia\.chi\.rat\.dai/u)
    expect(countPages(await renderPdf('forms-01', { title: 'x', form: data.form, forms: [data, data] }))).toBe(2)
  })

  it('blank is one page too; a receipt as well', async () => {
    expect(countPages(await renderPdf('form-01', toBlankForm01Data(TODAY, '1900 9068')))).toBe(1)
    const receipt = await renderPdf('receipt', {
      title: 'GIẤY TIẾP NHẬN',
      office: office.name,
      lines: [{ label: 'Số hồ sơ', value: '90101/2026/00001' }],
      next: 'Kết quả sẽ được báo qua tin nhắn.',
      issuedAt: 'Hà Nội, ngày 23/11/2026',
      clerk: 'Cán bộ Thử',
      notes: [],
      check: null,
    })
    expect(countPages(receipt)).toBe(1)
  })
})
