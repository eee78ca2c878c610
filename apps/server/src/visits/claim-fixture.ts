/** A generated envelope, in pieces as wide as asked. */
type Fields = Readonly<Record<string, string>>
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
const elements = (fields: Fields): string =>
  Object.entries(fields)
    .map(([name, value]) => (value === '' ? `<${name}/>` : `<${name}>${escaped(value)}</${name}>`))
    .join('')
const wrapped = (xml: string): string =>
  Buffer.from(xml)
    .toString('base64')
    .replaceAll(/(.{76})/gu, '$1\n')

export const part = (table: string, xml: string): string =>
  `<FILEHOSO><LOAIHOSO>${table}</LOAIHOSO><NOIDUNGFILE>${wrapped(xml)}</NOIDUNGFILE></FILEHOSO>`
export const envelopeOf = (cases: readonly string[]): string =>
  `<?xml version="1.0" encoding="utf-8"?><GIAMDINHHS><THONGTINDONVI><MACSKCB>01999</MACSKCB></THONGTINDONVI><THONGTINHOSO><NGAYLAP>20260402</NGAYLAP><SOLUONGHOSO>${cases.length}</SOLUONGHOSO><DANHSACHHOSO>${cases.map((one) => `<HOSO>${one}</HOSO>`).join('')}</DANHSACHHOSO></THONGTINHOSO><CHUKYDONVI/></GIAMDINHHS>`

export type ClaimSketch = {
  key: string
  insuranceNumber: string
  fullName?: string
  born?: string
  facility?: string
  lines?: number
  more?: Fields
}

const summaryOf = ({ key, insuranceNumber, fullName, born, facility, lines = 2, more }: ClaimSketch): Fields => {
  const money = (each: number): string => String(each * lines)
  return {
    MA_LK: key,
    STT: '1',
    HO_TEN: fullName ?? 'NGUYỄN THỊ THỬ',
    SO_CCCD: '',
    NGAY_SINH: born ?? '199403050000',
    GIOI_TINH: '2',
    MA_THE_BHYT: `DN499${insuranceNumber}`,
    MA_DKBD: '01999',
    GT_THE_TU: '20260101',
    GT_THE_DEN: '20261231',
    CHAN_DOAN_RV: 'Viêm họng cấp & sốt <39',
    MA_BENH_CHINH: 'J02.9',
    MA_BENH_KT: 'I10;E11',
    MA_DOITUONG_KCB: '1.1',
    NGAY_VAO: '202604010930',
    NGAY_RA: '202604011130',
    KET_QUA_DTRI: '1',
    MA_LOAI_RV: '1',
    T_TONGCHI_BV: money(10_000),
    T_TONGCHI_BH: money(10_000),
    T_BNTT: '0',
    T_BNCCT: money(2000),
    T_BHTT: money(8000),
    T_NGUONKHAC: '0',
    MA_LOAI_KCB: '01',
    MA_CSKCB: facility ?? '01999',
    ...more,
  }
}
const AMOUNTS = { SO_LUONG: '2', MUC_HUONG: '80', THANH_TIEN_BV: '10000', T_BNTT: '0', T_BNCCT: '2000', T_BHTT: '8000', T_NGUONKHAC: '' }
const drugOf = (key: string, at: number): string =>
  `<CHI_TIET_THUOC>${elements({ MA_LK: key, STT: String(at), MA_THUOC: `40.${at}`, TEN_THUOC: `Thuốc ${at}`, DON_VI_TINH: 'Viên', DON_GIA: '5000', ...AMOUNTS })}</CHI_TIET_THUOC>`
const serviceOf = (key: string, at: number): string =>
  `<CHI_TIET_DVKT>${elements({ MA_LK: key, STT: String(at), MA_DICH_VU: `02.${at}`, TEN_DICH_VU: `Dịch vụ ${at}`, DON_VI_TINH: 'Lần', DON_GIA_BV: '5000', ...AMOUNTS })}</CHI_TIET_DVKT>`
const paperOf = (key: string): Fields => ({
  MA_LK: key,
  SO_CT: `${key}/KCB`,
  SO_SERI: `99 ${key}`,
  SO_NGAY_NGHI: '2',
  TU_NGAY: '20260401',
  DEN_NGAY: '20260402',
  NGAY_CT: '20260401',
})

/** One HOSO: XML1 and as many cost lines of 10,000 đồng as asked (8 of 10 paid by the fund), drugs and services in turn, and a sick-leave paper. */
export const claimOf = (sketch: ClaimSketch): string => {
  const { key, lines = 2 } = sketch
  const each = Array.from({ length: lines }, (_, at) => at + 1)
  const [drugs, services] = [each.filter((at) => at % 2 === 1), each.filter((at) => at % 2 === 0)].map((ats, kind) =>
    ats.map((at) => (kind === 0 ? drugOf(key, at) : serviceOf(key, at))).join(''),
  )
  return [
    part('XML1', `<?xml version="1.0"?><TONG_HOP>${elements(summaryOf(sketch))}</TONG_HOP>`),
    part('XML2', `<CHITIEU_CHITIET_THUOC><DSACH_CHI_TIET_THUOC>${drugs ?? ''}</DSACH_CHI_TIET_THUOC></CHITIEU_CHITIET_THUOC>`),
    part('XML3', `<CHITIEU_CHITIET_DVKT_VTYT><DSACH_CHI_TIET_DVKT>${services ?? ''}</DSACH_CHI_TIET_DVKT></CHITIEU_CHITIET_DVKT_VTYT>`),
    part('XML11', `<CHI_TIEU_DU_LIEU_GIAY>${elements(paperOf(key))}</CHI_TIEU_DU_LIEU_GIAY>`),
  ].join('')
}

export async function* inPieces(file: string | Buffer, width: number): AsyncGenerator<Buffer> {
  const bytes = Buffer.from(file as string)
  for (let at = 0; at < bytes.length; at += width) yield await Promise.resolve(bytes.subarray(at, at + width))
}
