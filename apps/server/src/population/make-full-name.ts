import type { Sex } from '@an-sinh/domain'

import type { Random } from '../histories/index.ts'
import type { NameChoice } from '../persons/index.ts'

type Weighted = readonly (readonly [string, number])[]
/** One list a generation: born before 1976, before 1996, and since. */
type ByGeneration = readonly [Weighted, Weighted, Weighted]

/** Words with a weight each: `Nguyễn:31 Trần:11`. An underscore stands for the space inside a double name. */
const parseWeights = (text: string): Weighted =>
  text
    .trim()
    .split(/\s+/u)
    .map((entry) => {
      const [word = '', weight = '1'] = entry.split(':')
      return [word.replaceAll('_', ' '), Number(weight)] as const
    })

/** Rough shares as everybody knows them; written for this project, compared with an outside list by names.test.ts. */
const SURNAMES = parseWeights(`
  Nguyễn:31 Trần:11 Lê:9 Phạm:6 Hoàng:3.5 Huỳnh:2.2 Vũ:3 Võ:2.3 Phan:3 Trương:2 Bùi:2.2 Đặng:2 Đỗ:2 Hồ:1.6 Ngô:1.6 Dương:1.4 Lý:1 Đào:0.7 Đinh:1 Đoàn:0.8
  Trịnh:1 Mai:0.8 Lương:0.8 Tạ:0.5 Cao:0.8 Hà:1 Chu:0.5 Kiều:0.3 Lâm:0.8 Phùng:0.5 Quách:0.3 Nông:0.3 Vi:0.2 Tống:0.2 Thái:0.5 Nghiêm:0.2 Lò:0.2 Thạch:0.1`)

const MIDDLE: Record<Sex, ByGeneration> = {
  male: [
    parseWeights(
      'Văn:46 Hữu:6 Đức:5 Xuân:5 Quang:4 Đình:4 Ngọc:4 Thanh:4 Công:4 Minh:3 Quốc:3 Bá:2 Thế:3 Duy:1 Trọng:2 Tuấn:1 Viết:1 Mạnh:1 Hoàng:1',
    ),
    parseWeights(
      'Văn:22 Đức:7 Minh:6 Hữu:5 Quang:5 Ngọc:5 Thanh:5 Quốc:4 Đình:4 Xuân:3 Công:4 Duy:3 Hoàng:3 Anh:3 Tuấn:3 Trọng:3 Mạnh:2 Thế:2 Bá:2 Tiến:2 Thành:2 Việt:2 Hải:1',
    ),
    parseWeights(
      'Minh:11 Văn:6 Gia:6 Đức:6 Hoàng:6 Quang:5 Bảo:5 Quốc:5 Duy:5 Ngọc:4 Anh:4 Nhật:4 Thanh:3 Tuấn:3 Hữu:3 Đình:3 Huy:3 Việt:3 Trọng:2 Khánh:2 Đăng:3 Công:2 Tiến:3 Hải:2 Thành:2',
    ),
  ],
  female: [
    parseWeights('Thị:70 Ngọc:4 Thu:3 Thanh:3 Kim:4 Hồng:3 Bích:2 Mỹ:2 Minh:1 Tuyết:1 Lan:1 Phương:1 Thị_Thanh:1 Thị_Kim:1 Mai:1 Diệu:1'),
    parseWeights(
      'Thị:31 Ngọc:7 Thu:6 Thanh:5 Phương:4 Kim:4 Hồng:3 Thùy:4 Minh:3 Bích:2 Mỹ:2 Quỳnh:2 Hoài:2 Mai:2 Diệu:2 Thị_Thu:1 Thị_Thanh:1 Thị_Ngọc:1 Khánh:1 Lan:2 Hải:2',
    ),
    parseWeights(
      'Thị:8 Ngọc:8 Khánh:5 Minh:6 Phương:6 Bảo:6 Thu:5 Thanh:5 Quỳnh:4 Thùy:4 Gia:4 Kim:3 Diệu:3 Mai:3 Hồng:3 Như:3 Hà:3 Thảo:3 Mỹ:2 Hoài:2 Yến:2 An:2 Hải:2 Lan:2 Trúc:1',
    ),
  ],
}

const GIVEN: Record<Sex, ByGeneration> = {
  male: [
    parseWeights(
      'Hùng:13 Dũng:11 Thắng:9 Bình:9 Hải:9 Sơn:9 Thành:9 Tuấn:8 Cường:7 Hòa:7 Thanh:7 Quang:6 Minh:6 Tiến:6 Lợi:5 Ngọc:5 Chiến:5 Xuân:4 Nghĩa:5 Nam:5 Long:4 Đức:5 Trung:5 Vinh:5 Toàn:5 Việt:4 Hưng:4 Tâm:4 Lâm:4 Quý:4 Chính:4 Thọ:3 Phúc:3 Lộc:3 Hà:4 Hoà:1 Đông:3 Tình:3 Năm:2 Ba:2 Ký:1 Khoa:1 Tường:1',
    ),
    parseWeights(
      'Tuấn:12 Hùng:8 Minh:8 Anh:8 Dũng:8 Cường:8 Nam:8 Long:7 Đức:7 Hải:7 Hiếu:7 Trung:7 Thành:7 Thắng:7 Sơn:6 Huy:6 Đạt:6 Tùng:6 Hoàng:6 Quân:6 Kiên:6 Quang:6 Duy:5 Hưng:5 Toàn:5 Việt:5 Tiến:5 Phong:5 Phúc:4 Linh:3 Giang:3 Bình:4 Vinh:4 Trường:4 Khánh:4 Tài:4 Hậu:3 Thái:4 Mạnh:4 Tú:5 Vũ:4 Hoà:1',
    ),
    parseWeights(
      'Minh:13 Huy:13 Anh:13 Bảo:10 Đạt:9 Nam:8 Khang:9 Phúc:8 Đức:8 Long:8 Quân:8 Hoàng:7 Hiếu:7 Khánh:7 Duy:7 Khôi:6 Khoa:7 Tuấn:6 An:6 Phong:6 Kiệt:6 Nguyên:6 Đăng:6 Tùng:5 Thịnh:5 Nhân:4 Dương:5 Trí:4 Lâm:4 Thiện:3 Phát:5 Sơn:4 Tài:4 Khải:4 Vũ:4 Trung:4 Hải:3 Thành:4',
    ),
  ],
  female: [
    parseWeights(
      'Lan:12 Hoa:11 Hương:11 Hồng:10 Liên:9 Nga:9 Thu:9 Hà:8 Thủy:8 Mai:8 Hạnh:8 Loan:8 Xuân:7 Thanh:8 Tuyết:7 Vân:7 Hiền:7 Tâm:7 Hòa:6 Huệ:7 Nguyệt:6 Dung:6 Phượng:6 Thúy:6 Cúc:5 Yến:6 Phương:5 Bích:5 Hằng:5 Hường:5 Ngọc:4 Lý:4 Đào:4 Minh:3 Lệ:4 Sen:3 Nhàn:3 Bé:2 Út:2 Tỵ:1 Mùi:1 Quý:1 Bình:2',
    ),
    parseWeights(
      'Linh:11 Trang:11 Hằng:9 Hương:9 Hà:8 Anh:8 Thảo:8 Nhung:8 Huyền:8 Hiền:8 Phương:8 Thủy:6 Yến:7 Hạnh:6 Mai:6 Dung:7 Vân:6 Ngọc:6 Thúy:6 Oanh:5 Quỳnh:5 Ngân:5 Phượng:5 Quyên:5 Duyên:5 Giang:5 Hường:5 Nga:5 Loan:4 Tâm:4 Liên:4 Thanh:4 Uyên:4 Trinh:4 Thuỷ:2 Lan:4 Chi:3 Thương:3 My:3 Nhi:3',
    ),
    parseWeights(
      'Linh:14 Anh:13 Nhi:10 Vy:10 Trang:9 Ngọc:9 Thư:9 Ngân:8 Thảo:8 Phương:8 Chi:7 My:7 Hân:7 Huyền:7 Quỳnh:7 An:6 Trâm:5 Như:5 Uyên:5 Châu:5 Hà:5 Mai:4 Tiên:4 Ly:4 Yến:4 Nhung:4 Duyên:4 Giang:4 Hiền:3 Thương:3 Diệp:3 Trúc:3 Khánh:3 Khuê:1 Minh:3 Vân:3 Hương:3',
    ),
  ],
}

const GENERATIONS = [
  { fromYear: 0, toYear: 1975 },
  { fromYear: 1976, toYear: 1995 },
  { fromYear: 1996, toYear: 9999 },
] as const
const repeatByWeight = (words: Weighted): string[] =>
  words.flatMap(([word, weight]) => Array.from({ length: Math.max(1, Math.round(weight)) }, () => word))

/** The same names for whoever deals them in SQL. */
export const listNameChoices = (): NameChoice[] =>
  (['male', 'female'] as const).flatMap((sex) =>
    GENERATIONS.map((years, at) => ({
      sex,
      ...years,
      middles: repeatByWeight(MIDDLE[sex][at] ?? []),
      givens: repeatByWeight(GIVEN[sex][at] ?? []),
    })),
  )

const generationOf = (birthYear: number): 0 | 1 | 2 => (birthYear <= GENERATIONS[0].toYear ? 0 : birthYear <= GENERATIONS[1].toYear ? 1 : 2)

export const makeSurname = (random: Random): string => random.weighted(SURNAMES)

/** Surname, middle and given name as one text, the way they are written in Viet Nam. */
export function makeFullName(random: Random, { sex, birthYear, surname }: { sex: Sex; birthYear: number; surname: string }): string {
  const generation = generationOf(birthYear)
  return `${surname} ${random.weighted(MIDDLE[sex][generation])} ${random.weighted(GIVEN[sex][generation])}`
}
