/** What people went to a doctor for: our own short list, with codes of ICD-10. */
export type Illness = {
  /** ICD-10. */
  code: string
  diagnosis: string
  /** `code · name · unit · least quantity · most · price of one in đồng`. */
  drugs: readonly Charge[]
  services: readonly Charge[]
  /** Nights in hospital, at least and at most; [0, 0]: seen and sent home. */
  nights: readonly [number, number]
  /** Kept at home afterwards, in days. */
  restDays: number
}
export type Charge = { code: string; name: string; unit: string; quantity: readonly [number, number]; priceVnd: number }

const drug = (code: string, name: string, quantity: readonly [number, number], priceVnd: number): Charge => ({
  code,
  name,
  unit: 'Viên',
  quantity,
  priceVnd,
})
const service = (code: string, name: string, priceVnd: number): Charge => ({ code, name, unit: 'Lần', quantity: [1, 1], priceVnd })

export const CONSULTATION = service('MAU.KB', 'Khám bệnh', 42_100)
export const BED: Charge = { code: 'MAU.GB', name: 'Ngày giường điều trị nội trú', unit: 'Ngày', quantity: [1, 1], priceVnd: 212_600 }

const PARACETAMOL = drug('MAU.T01', 'Paracetamol 500 mg', [10, 20], 480)
const AMOXICILLIN = drug('MAU.T02', 'Amoxicillin 500 mg', [14, 21], 1_250)
const BLOOD = service('MAU.X01', 'Tổng phân tích tế bào máu ngoại vi', 46_200)
const XRAY = service('MAU.X02', 'Chụp X-quang số hoá 1 phim', 69_000)
const ULTRASOUND = service('MAU.X03', 'Siêu âm ổ bụng', 49_300)
const GLUCOSE = service('MAU.X04', 'Định lượng glucose máu', 21_800)

const seen = (code: string, diagnosis: string, drugs: readonly Charge[], services: readonly Charge[], restDays = 0): Illness => ({
  code,
  diagnosis,
  drugs,
  services,
  nights: [0, 0],
  restDays,
})

/** Illnesses with how often each of them brings somebody to a doctor. */
export const ILLNESSES: readonly (readonly [Illness, number])[] = [
  [seen('J06.9', 'Nhiễm trùng đường hô hấp trên cấp', [PARACETAMOL, AMOXICILLIN], [], 2), 22],
  [seen('J20', 'Viêm phế quản cấp', [AMOXICILLIN, drug('MAU.T03', 'Ambroxol 30 mg', [10, 20], 850)], [XRAY], 3), 14],
  [seen('I10', 'Tăng huyết áp vô căn', [drug('MAU.T04', 'Amlodipin 5 mg', [28, 30], 620)], [GLUCOSE]), 16],
  [seen('E11', 'Đái tháo đường típ 2', [drug('MAU.T05', 'Metformin 850 mg', [56, 60], 710)], [GLUCOSE]), 9],
  [seen('K29.7', 'Viêm dạ dày', [drug('MAU.T06', 'Omeprazol 20 mg', [14, 28], 980)], [ULTRASOUND]), 11],
  [seen('M54.5', 'Đau thắt lưng', [drug('MAU.T07', 'Meloxicam 7,5 mg', [7, 14], 1_100), PARACETAMOL], [XRAY], 2), 10],
  [seen('H10', 'Viêm kết mạc', [{ ...drug('MAU.T08', 'Tobramycin 0,3 % nhỏ mắt', [1, 1], 32_000), unit: 'Lọ' }], []), 5],
  [seen('K02', 'Sâu răng', [], [service('MAU.R01', 'Điều trị sâu ngà răng bằng chất hàn', 265_000)]), 6],
  [{ ...seen('J18', 'Viêm phổi', [AMOXICILLIN, PARACETAMOL], [BLOOD, XRAY], 7), nights: [4, 8] }, 3],
  [
    {
      ...seen('K35', 'Viêm ruột thừa cấp', [PARACETAMOL], [BLOOD, service('MAU.P01', 'Phẫu thuật nội soi cắt ruột thừa', 2_815_900)], 14),
      nights: [3, 6],
    },
    2,
  ],
]

export const CHILDBIRTH: Illness = {
  ...seen('O80', 'Đẻ thường một thai', [PARACETAMOL], [BLOOD, service('MAU.S01', 'Đỡ đẻ thường ngôi chỏm', 786_700)]),
  nights: [2, 4],
}
export const THREATENED_PREGNANCY: Illness = seen('O20.0', 'Doạ sảy thai', [PARACETAMOL], [ULTRASOUND], 10)
