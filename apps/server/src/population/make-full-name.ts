import type { Sex } from '@an-sinh/domain'

import type { Random } from './make-random.ts'

type Weighted = readonly (readonly [string, number])[]

/** Words with a weight each: `Nguyễn:31 Trần:11`. An underscore stands for the space inside a double given name. */
const parseWeights = (text: string): Weighted =>
  text
    .trim()
    .split(/\s+/u)
    .map((entry) => {
      const [word = '', weight = '1'] = entry.split(':')
      return [word.replaceAll('_', ' '), Number(weight)] as const
    })

/** Rough shares as everybody knows them; written for this project, no register was read. */
const SURNAMES = parseWeights(`
  Nguyễn:31 Trần:11 Lê:9 Phạm:7 Hoàng:5 Vũ:4 Phan:4 Đặng:3 Bùi:3 Đỗ:3 Hồ:2 Ngô:2 Dương:2 Lý:1 Đào:1 Đinh:1 Trịnh:1 Mai:1 Lương:1 Tạ:1 Cao:1 Hà:1 Chu:1 Kiều:1
  Quách:0.5 Nông:0.5 Vi:0.3 Tống:0.4 Thái:0.4 Nghiêm:0.3`)

const MIDDLE: Record<Sex, Weighted> = {
  male: parseWeights(
    'Văn:26 Đức:9 Hữu:6 Quang:6 Minh:9 Xuân:4 Đình:5 Ngọc:4 Công:3 Anh:3 Tuấn:4 Thanh:4 Quốc:4 Duy:3 Gia:3 Bá:2 Trọng:3 Hoàng:3',
  ),
  female: parseWeights(
    'Thị:34 Thu:8 Thanh:7 Ngọc:8 Minh:6 Phương:5 Hồng:5 Kim:3 Mai:3 Khánh:4 Thùy:4 Bích:3 Diệu:2 Bảo:3 Quỳnh:3 Thị_Thu:4 Thị_Thanh:3 Thị_Ngọc:3',
  ),
}

/** By generation: what was common before 1975, until 1995, and since. */
const GIVEN: Record<Sex, readonly [Weighted, Weighted, Weighted]> = {
  male: [
    parseWeights(
      'Hùng:9 Dũng:7 Thắng:6 Bình:6 Hải:6 Sơn:6 Thành:5 Hòa:5 Tiến:4 Lợi:3 Quý:3 Thọ:3 Khoa:1 Tường:1 Chiến:3 Nghĩa:3 Đông:2 Ký:1 Phúc:3 Lộc:3',
    ),
    parseWeights(
      'Tuấn:8 Hùng:6 Cường:6 Nam:6 Hiếu:5 Trung:5 Hưng:4 Long:5 Việt:4 Thắng:4 Quân:4 Kiên:4 Đạt:3 Toàn:3 Phong:3 Linh:1 Thủy:0.5 Giang:2 Hoà:1',
    ),
    parseWeights(
      'Minh:8 Anh:7 Khôi:4 Huy:6 Bảo:5 Phúc:4 Khang:5 Đăng:3 Nam:4 Quân:4 Tùng:3 Kiệt:3 Nguyên:3 Dương:2 Đức:4 Thiện:2 Hoàng:4 Trí:2 Lâm:2',
    ),
  ],
  female: [
    parseWeights(
      'Lan:7 Hoa:7 Hồng:6 Mai:6 Hạnh:5 Liên:4 Thủy:4 Nga:4 Bình:3 Thanh:4 Loan:4 Tuyết:4 Xuân:3 Vân:4 Yến:3 Tỵ:1 Mùi:1 Nhàn:2 Lý:1 Quý:1',
    ),
    parseWeights(
      'Hương:8 Hà:6 Trang:6 Thảo:5 Hằng:5 Thúy:4 Nhung:4 Hiền:5 Dung:4 Ngân:3 Oanh:3 Huyền:5 Phượng:3 Giang:3 Quyên:3 Duyên:3 Thủy:2 Thuỷ:2',
    ),
    parseWeights(
      'Linh:8 Anh:8 Ngọc:5 Trang:4 Chi:5 My:4 Vy:4 Nhi:5 Hân:4 Châu:3 An:3 Ngân:3 Thư:4 Uyên:2 Quỳnh:3 Phương:4 Hà:3 Khuê:1 Diệp:2',
    ),
  ],
}

const generationOf = (birthYear: number): 0 | 1 | 2 => (birthYear <= 1975 ? 0 : birthYear <= 1995 ? 1 : 2)

export const makeSurname = (random: Random): string => random.weighted(SURNAMES)

/** Surname, middle and given name as one text, the way they are written in Viet Nam. */
export function makeFullName(random: Random, { sex, birthYear, surname }: { sex: Sex; birthYear: number; surname: string }): string {
  const middle = random.weighted(MIDDLE[sex])
  const given = random.weighted(GIVEN[sex][generationOf(birthYear)])
  return `${surname} ${middle} ${given}`
}
