import { foldText } from '../text/index.ts'
import type { HelpLanguage } from './article.ts'

/**
 * What people ask any search box for, and no office of social insurance answers. A question that names one of these is answered only when
 * an article fits it very well. Accents off, whole words.
 */
const OTHER_SUBJECTS = [
  // Other services and their passwords
  'facebook', 'tiktok', 'youtube', 'instagram', 'netflix', 'shopee', 'lazada', 'grab', 'momo', 'game', 'windows', 'bitcoin', 'tien ao',
  'quan tri', 'admin', 'root', 'may chu', 'chatgpt',
  // Other papers and offices
  'bang lai', 'lai xe', 'giay phep', 'xe may', 'o to', 'xe hoi', 'dang kiem', 'bien so', 'phat nguoi', 'den do', 'ho chieu', 'ket hon', 'dang ky khai sinh', 'lam khai sinh', 'khai tu', 'tam tru', 'tam vang', 'lam can cuoc', 'cap can cuoc', 'the chap', 'vay nong', 'so do',
  'dat dai', 'nha dat', 'nha o', 'xay dung', 'hai quan', 'thue', 'nghia vu quan su', 'truong hoc', 'dai hoc', 'hoc phi', 'diem thi', 'diem chuan',
  'tuyen dung', 'xin viec', 'phong van', 'tien dien', 'tien nuoc', 'xe buyt', 'may giat', 'may lanh', 'virus', 'python', 'code', 'ly hon don phuong', 'tu lanh', 'dieu hoa', 'tivi', 'sua may',
  // Money elsewhere
  'lai suat', 'tiet kiem', 'tin dung', 'the atm', 'chung khoan', 'co phieu', 'gia vang', 'ti gia', 'ty gia', 'nhan tho', 'phi nhan tho', 'prudential',
  'manulife', 'bao viet', 'xo so',
  // Everything else
  'thoi tiet', 'bong da', 'world cup', 'bai tho', 'bai hat', 'phim', 'ca si', 'nau an', 'cach nau', 'mon an', 'du lich', 've may bay', 'khach san',
  'giam can', 'trieu chung', 'uong thuoc', 'thuoc gi', 'dau lung', 'lich su', 'thu do', 'tong thong', 'toan lop', 'bai tap',
  'weather', 'football', 'recipe', 'joke', 'poem', 'movie', 'capital', 'president', 'stock', 'tax', 'marriage', 'driving', 'passport', 'homework',
  'instructions', 'system prompt', 'ignore',
] // prettier-ignore

/** The same for who asks in English, where a code and a passport are ours; some of these are short forms of ours in Vietnamese. */
const OURS_IN_ENGLISH = new Set(['code', 'passport'])
const OTHER_SUBJECTS_ENGLISH = [
  'gmail', 'zalo', 'visa', 'residence permit', 'work permit', 'licence', 'license', 'credit card', 'atm', 'bank card', 'cash card', 'mortgage', 'loan', 'flight', 'hotel', 'taxes',
  'lottery', 'horoscope', 'petrol', 'restaurant', 'dentist', 'lawyer', 'minimum wage', 'overtime', 'annual leave', 'divorce', 'landlord',
] // prettier-ignore

const anyOf = (words: readonly string[]): RegExp => new RegExp(`(?:^|[^a-z0-9])(?:${words.join('|')})(?:$|[^a-z0-9])`, 'u')
const SPOKEN_OF = {
  vi: anyOf(OTHER_SUBJECTS),
  en: anyOf([...OTHER_SUBJECTS.filter((one) => !OURS_IN_ENGLISH.has(one)), ...OTHER_SUBJECTS_ENGLISH]),
} as const

/** Whether a question names something of other offices or of nobody's. Linear: fixed words, no repetition. */
export const namesOtherSubject = (asked: string, language: HelpLanguage): boolean => SPOKEN_OF[language].test(foldText(asked))
