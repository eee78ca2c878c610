import type { HealthCardQr } from '@an-sinh/domain'

const WORDS = [
  'Nguyễn',
  'Thị',
  'Thử',
  'Nghiệm',
  'Trần',
  'Đạt',
  'Ngọc',
  'Quỳnh',
  'Ví',
  'Dụ',
  'Lưỡng',
  'Hoẵng',
  'Ỷ',
  'Ê',
  'Tuyết',
  'Đỗ',
  'Bình',
  'Ơn',
]
const PLACES = ['BHXH cơ sở Ba Đình', 'Quận Ví Dụ, Thành phố Hồ Chí Minh', 'BHXH tỉnh Mẫu – phòng Một cửa', 'Huyện Giả Định']

/** The same numbers for the same seed, so that a card that fails can be made again (Park and Miller's generator). */
const makeDice = (seed: number): ((below: number) => number) => {
  let state = seed
  return (below) => {
    state = (state * 48_271) % 2_147_483_647
    return state % below
  }
}

const pick = <Value>(dice: (below: number) => number, values: readonly [Value, ...Value[]]): Value =>
  values[dice(values.length)] ?? values[0]

/** Cards of invented people: short and long names, whole and partial birth dates, every level and area, with and without each field. */
export function makeCards(count: number, seed: number): HealthCardQr[] {
  const dice = makeDice(seed)
  const two = (value: number): string => String(value).padStart(2, '0')
  const day = (from: number): string => `${from + dice(30)}-${two(1 + dice(12))}-${two(1 + dice(28))}`
  const words = (most: number): string => Array.from({ length: 2 + dice(most) }, () => WORDS[dice(WORDS.length)] ?? '').join(' ')
  const sometimes = <Value>(value: Value): Value | null => (dice(3) === 0 ? null : value)
  return Array.from({ length: count }, () => {
    const born = day(1930)
    const insuranceNumber = `99${String(dice(100_000_000)).padStart(8, '0')}`
    return {
      insuranceNumber,
      fullName: words(7),
      bornOn: born.slice(0, pick(dice, [10, 10, 10, 7, 4])),
      sex: pick(dice, ['male', 'female']),
      registeredFacilityCode: pick(dice, ['01929', '79999', '99C54']),
      validFrom: day(2000),
      validTo: sometimes(day(2026)),
      issuedOn: day(2000),
      managingCode: sometimes(`9901${insuranceNumber}`),
      guardianName: sometimes(words(4)),
      areaCode: pick(dice, [null, null, 'K1', 'K2', 'K3']),
      continuousSince: sometimes(day(2010)),
      coverageLevel: pick(dice, [1, 2, 3, 4, 5]),
      issuingOfficeName: sometimes(PLACES[dice(PLACES.length)] ?? ''),
    }
  })
}
