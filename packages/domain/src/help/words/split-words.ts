import { foldText, normaliseText, toneKey } from '../../text/index.ts'
import { ENGLISH_EMPTY, ENGLISH_SAME, englishStem } from './english-words.ts'

/** A word as it is searched; `accented`: how it was written, when it was written with accents (the two tone spellings being one). */
export type HelpWord = { readonly word: string; readonly accented: string | null }

/** A question may be long; what decides it stands in its first words. */
const READ_CHARACTERS = 2000
const READ_WORDS = 80

/**
 * One word for what people write in several ways, accents off: short forms, chat spellings, old names. Longest phrase first.
 * Applied to articles and questions alike, so that "bhyt" finds "bảo hiểm y tế" and the other way round.
 */
const SAME: readonly (readonly [string, string])[] = [
  ['bao hiem xa hoi mot lan', 'bhxh motlan'],
  ['bao hiem xa hoi', 'bhxh'],
  ['bao hiem that nghiep', 'bhtn'],
  ['bao hiem y te', 'bhyt'],
  ['bao hiem', 'baohiem'],
  ['tro cap that nghiep', 'tro cap bhtn'],
  ['that nghiep', 'bhtn'],
  ['tai nan lao dong', 'tnld'],
  ['benh nghe nghiep', 'bnn'],
  ['kham chua benh', 'kham benh'],
  ['kham va chua benh', 'kham benh'],
  ['kcb', 'kham benh'],
  ['chung minh nhan dan', 'cccd'],
  ['chung minh thu', 'cccd'],
  ['can cuoc cong dan', 'cccd'],
  ['the can cuoc', 'the cccd'],
  ['can cuoc', 'cccd'],
  ['cmnd', 'cccd'],
  ['cmt', 'cccd'],
  ['thu dien tu', 'email'],
  ['hom thu', 'email'],
  ['gmail', 'email'],
  ['mail', 'email'],
  ['tin nhan', 'sms'],
  ['so dien thoai', 'dien thoai'],
  ['sdt', 'dien thoai'],
  ['dt', 'dien thoai'],
  ['phone number', 'phone'],
  ['mobile', 'phone'],
  ['ung dung', 'app'],
  ['mk', 'mat khau'],
  ['pass', 'mat khau'],
  ['tk', 'tai khoan'],
  ['bv', 'benh vien'],
  ['cty', 'cong ty'],
  ['co quan bao hiem xa hoi', 'coquan bhxh'],
  ['co quan bao hiem', 'coquan bhxh'],
  ['dk', 'dang ky'],
  ['dki', 'dang ky'],
  ['1 lan', 'motlan'],
  ['mot lan', 'motlan'],
  ['bh', 'baohiem'],
  ['xh', 'xa hoi'],
  ['yte', 'y te'],
  ['ko', 'khong'],
  ['k', 'khong'],
  ['hok', 'khong'],
  ['khg', 'khong'],
  ['dc', 'duoc'],
  ['dx', 'duoc'],
  ['ng', 'nguoi'],
  // Phrases whose syllables alone are empty words.
  ['khong phai cua toi', 'khongphaitoi'],
  ['khong phai cua minh', 'khongphaitoi'],
  ['khong phai toi', 'khongphaitoi'],
  ['khong phai minh', 'khongphaitoi'],
  ['ai da xem', 'aixem'],
  ['ai xem', 'aixem'],
  ['ban sao', 'bansao'],
  ['chi phi', 'chiphi'],
  ['co quan', 'coquan'],
  ['co so', 'coso'],
  ['tu nguyen', 'tunguyen'],
  ['nop muon', 'nop tre'],
  ['nop cham', 'nop tre'],
  ['nop ho so', 'nop ho so'],
  ['nop ho', 'nopthay'],
  ['nop giup', 'nopthay'],
  ['nop gium', 'nopthay'],
  ['nop dum', 'nopthay'],
  ['nop thay', 'nopthay'],
  ['di thay', 'nopthay'],
  ['nghi lam', 'nghi viec'],
  ['thoi viec', 'nghi viec'],
  ['goi ve', 'gui ve'],
  ['luong huu', 'luonghuu'],
  ['huu tri', 'luonghuu'],
  ['nghi huu', 'luonghuu'],
  // The same thing in the north and in the south.
  ['man hinh', 'manhinh'],
  ['hinh', 'anh'],
  ['xai', 'dung'],
  ['lanh tien', 'nhan tien'],
  ['ve huu', 'luonghuu'],
  ['lanh huu', 'luonghuu'],
  ['huu', 'luonghuu'],
  ['nhan cuc', 'motlan'],
  ['coi', 'xem'],
  ['giu tre', 'trong con'],
  ['be nha', 'con'],
  ['em be', 'con'],
  ['tre em', 'con'],
  ['do sinh', 'sinh'],
  ['de con', 'sinh con'],
  ['doanh nghiep', 'cong ty'],
  ['don vi', 'cong ty'],
  ['xi nghiep', 'cong ty'],
  ['noi lam viec', 'cong ty'],
  ['cho lam', 'cong ty'],
  ['so dinh danh', 'so cccd'],
  ['login', 'dang nhap'],
  ['reset', 'lay lai'],
  ['khoi phuc', 'lay lai'],
  ['otp', 'ma xac nhan'],
  ['ma xac thuc', 'ma xac nhan'],
  ['het hieu luc', 'het han'],
  ['het gia tri', 'het han'],
  ['4g', 'mang'],
  ['wifi', 'mang'],
  ['internet', 'mang'],
  ['mat song', 'mat mang'],
  ['rot song', 'mat mang'],
  ['rot mang', 'mat mang'],
  ['khong co song', 'khong co mang'],
  ['song yeu', 'mang yeu'],
  ['yeu song', 'mang yeu'],
  ['smartphone', 'dien thoai thong minh'],
  ['nguoi lon tuoi', 'nguoi gia'],
  ['cao tuoi', 'nguoi gia'],
  ['di de', 'sinh con'],
  ['sap de', 'sinh con'],
  ['nghi de', 'thai san'],
  ['mang bau', 'mang thai'],
  ['co bau', 'mang thai'],
  ['nam vien', 'benh vien'],
  ['nhap vien', 'benh vien'],
  ['vao vien', 'benh vien'],
  ['di vien', 'benh vien'],
  ['nghi benh', 'nghi om'],
  ['bi benh', 'bi om'],
  ['tim kiem', 'tim'],
  ['lanh', 'nhan'],
  ['linh', 'nhan'],
  ['chet', 'quadoi'],
  ['qua doi', 'quadoi'],
  ['tu tran', 'quadoi'],
  ['moi mat', 'quadoi'],
  ['nguoi mat', 'quadoi'],
  ['bi lua', 'lua dao'],
  ['mao danh', 'gia mao'],
  ['be', 'con'],
  ['huy bo', 'huy'],
  ['xoa bo', 'xoa'],
  ['social insurance', 'bhxh'],
  ['health insurance', 'bhyt'],
  ['unemployment', 'bhtn'],
  ['e mail', 'email'],
  ['text message', 'sms'],
  ['id card', 'cccd'],
]

/** Words that carry a question but say nothing of its subject. Accents off. */
const EMPTY = new Set(
  (
    'toi tui ban minh em chi ong bac chau a ah ai oi nhe nha voi la thi va cua co duoc khong da se roi nua gi nao sao o bi ' +
    'nay kia do day khi neu hay vi boi theo tu den cac nhung mot nhieu ' +
    'lam giup hoi xin cho can muon phai biet hieu ' +
    'i my me you your a an the is are was be to of in on at for and or it this that do does did can could how what when where which who why ' +
    'have has had not no with from if there please want need should would will get am ' +
    'possible there see tell know give let use just now some any by but go about'
  ).split(' '),
)
/** The same words as they are written with accents: "rồi" says nothing, "rơi" does, and only the accents tell. */
const EMPTY_ACCENTED = new Set(
  (
    'tôi bạn mình chị ông bác cháu ạ ơi nhé nhỉ với là thì và của có được không đã sẽ rồi nữa gì nào ở bị này đó đây nếu vì bởi từ đến các những ' +
    'một nhiều làm giúp hỏi cần muốn phải biết hiểu chưa vẫn cũng vậy thế mà nhưng đang hả à ừ ấy lắm quá rất hết đâu'
  )
    .split(' ')
    .map(toneKey),
)
const isEmpty = ({ word, accented }: HelpWord): boolean => (accented === null ? EMPTY.has(word) : EMPTY_ACCENTED.has(accented))
/** "the" is a card (thẻ) in Vietnamese and nothing in English; "ma" a code, "con" a child. They are told apart by the language, not here. */
const KEPT_IN_VIETNAMESE = new Set(['the', 'an', 'in', 'on', 'to', 'do', 'can', 'me', 'my', 'i', 'is', 'it', 'at', 'be', 'am'])
const isKept = ({ word, accented }: HelpWord): boolean => accented === null && KEPT_IN_VIETNAMESE.has(word)

/** Longer ways to ask the same thing; dropped whole, so that their syllables are not taken for words ("bao" for "bảo"). */
const ASKING = [
  'cho toi hoi', 'cho em hoi', 'cho hoi', 'xin hoi', 'lam the nao', 'nhu the nao', 'the nao', 'lam sao', 'bao gio', 'chung nao', 'khi nao', 'hoi nao', 'bao nhieu', 'bao lau', 'o dau',
  'tai sao', 'vi sao', 'co phai', 'phai khong', 'co the', 'duoc khong', 'lam gi', 'thi sao',
] // prettier-ignore

type Phrases = ReadonlyMap<string, readonly { readonly words: readonly string[]; readonly becomes: readonly string[] }[]>

/** By their first word, the longest first. */
const byFirstWord = (pairs: readonly (readonly [string, string])[]): Phrases => {
  const found = new Map<string, { words: readonly string[]; becomes: readonly string[] }[]>()
  for (const [phrase, becomes] of pairs.toSorted(([a], [b]) => b.length - a.length)) {
    const words = phrase.split(' ')
    const known = found.get(words[0] ?? '') ?? []
    found.set(words[0] ?? '', [...known, { words, becomes: becomes === '' ? [] : becomes.split(' ') }])
  }
  return found
}
const PHRASES = { vi: byFirstWord([...SAME, ...ASKING.map((one) => [one, ''] as const)]), en: byFirstWord(ENGLISH_SAME) } as const

const unify = (words: readonly HelpWord[], phrases: Phrases): HelpWord[] => {
  const out: HelpWord[] = []
  for (let at = 0; at < words.length;) {
    const match = phrases.get(words[at]?.word ?? '')?.find((one) => one.words.every((word, offset) => words[at + offset]?.word === word))
    if (match === undefined) out.push(...words.slice(at, at + 1))
    else out.push(...match.becomes.map((word) => ({ word, accented: null })))
    at += match?.words.length ?? 1
  }
  return out
}

const readWords = (text: string): HelpWord[] => {
  const folded = foldText(text).split(/[^a-z0-9]+/u)
  const written = normaliseText(text)
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
  // Letters that only one of the two knows: then nothing is said of accents.
  const agree = folded.length === written.length
  return folded.flatMap((word, at) => {
    const as = written[at] ?? word
    return word === '' ? [] : [{ word, accented: agree && as !== word ? toneKey(as) : null }]
  })
}

/**
 * The words of a text as they are searched: accents off, one spelling for each thing, empty words gone. At most 80, from the first 2,000
 * characters, whatever comes. Takes linear time.
 */
export const splitWords = (text: string, language: 'vi' | 'en', most = READ_WORDS): HelpWord[] =>
  unify(readWords(most === READ_WORDS ? text.slice(0, READ_CHARACTERS) : text), PHRASES[language])
    .filter((one) => (language === 'en' ? !ENGLISH_EMPTY.has(one.word) : !isEmpty(one) || isKept(one)))
    .map(({ word, accented }) => ({ word: language === 'en' ? englishStem(word) : word, accented }))
    .slice(0, most)
