import { civilDateIn, clockIn, formatDateEn, formatDateVi } from '../calendar/index.ts'
import { CORRECTION_STATE_RULES, type CorrectionState } from '../procedures/index.ts'
import type { RegistrationMove } from '../registrations/index.ts'
import { type Bilingual, sorted } from '../values/index.ts'
import { nameMessage } from './message-names.ts'
import type { StoryFact, StoryMessage, StoryRefusals, StorySentence } from './story.ts'

const said = (vi: string, en: string): Bilingual => ({ vi, en })

/** `09:14`, with the day when it is another one than `besideMs`. */
const instantVi = (ms: number, besideMs: number): string =>
  civilDateIn(ms) === civilDateIn(besideMs) ? clockIn(ms) : `${clockIn(ms)} ${formatDateVi(civilDateIn(ms))}`
const instantEn = (ms: number, besideMs: number): string =>
  civilDateIn(ms) === civilDateIn(besideMs) ? clockIn(ms) : `${clockIn(ms)} on ${formatDateEn(civilDateIn(ms))}`

const MOVES: Readonly<Record<RegistrationMove, Bilingual>> = {
  submit: said('Đăng ký được gửi đi', 'The registration was sent'),
  'prepare-form': said('Tờ khai Mẫu số 01 được lập, chờ nộp tại cơ quan BHXH', 'Form 01 was made and is to be handed in at the office'),
  receive: said('Cơ quan BHXH nhận tờ khai tại quầy', 'The office received the form at the counter'),
  'second-check': said('Chuyển người thứ hai xác nhận', 'Passed on for a second confirmation'),
  approve: said('Đăng ký được chấp nhận', 'The registration was approved'),
  return: said('Hồ sơ được trả lại để bổ sung', 'The registration was returned for completion'),
  refuse: said('Đăng ký không được chấp nhận', 'The registration was refused'),
  expire: said('Quá hạn nộp tờ khai', 'The time for handing in the form ran out'),
  withdraw: said('Hồ sơ được rút hoặc đóng', 'The registration was withdrawn or closed'),
  reopen: said('Hồ sơ được mở lại', 'The registration was reopened'),
  extend: said('Gia hạn nộp tờ khai', 'The due date was extended'),
  'change-office': said('Đổi cơ quan BHXH nộp tờ khai', 'The office was changed'),
  correct: said('Người đăng ký sửa lại thông tin', 'The applicant corrected the registration'),
  // As the citizen reads it: a helper on the telephone can give nothing away.
  'send-to-fraud-review': said('Cơ quan BHXH kiểm tra thêm', 'The office checks further'),
  'pass-fraud-review': said('Kiểm tra thêm xong, tiếp tục xử lý', 'The further check is done'),
  'refuse-fraud': said('Đăng ký không được chấp nhận', 'The registration was refused'),
  activate: said('Đăng nhập lần đầu, tài khoản dùng được', 'First sign-in, the account can be used'),
  'undo-decision': said('Quyết định được hoàn tác, hồ sơ về lại quầy', 'The decision was taken back'),
  'undo-review': said('Kết quả kiểm tra được hoàn tác', 'The result of the check was taken back'),
}

const REQUESTS: Readonly<Record<CorrectionState, Bilingual>> = {
  received: said('đang chờ cơ quan BHXH trả lời', 'the office is to answer'),
  'in-review': said('cơ quan BHXH đang đối chiếu, chờ trả lời', 'the office compares it and is to answer'),
  waiting: said('đang chờ người yêu cầu bổ sung', 'waits for an addition by who asked'),
  corrected: said('đã sửa', 'corrected'),
  kept: said('giữ nguyên, có giải thích', 'left as it is, with an explanation'),
  withdrawn: said('đã rút', 'withdrawn'),
}

const CHANNELS: Readonly<Record<StoryMessage['channel'], Bilingual>> = {
  sms: said('SMS', 'SMS'),
  email: said('Thư điện tử', 'E-mail'),
  push: said('Thông báo trên máy', 'Push message'),
}

const tellDelivery = ({ atMs, state, acceptedMs, finalMs, failure }: StoryMessage): Bilingual => {
  switch (state) {
    case 'queued':
      return said('đang chờ gửi', 'waiting to be sent')
    case 'sent':
      return acceptedMs === null
        ? said('tổng đài đã nhận, chưa có biên nhận', 'taken by the gateway, no receipt yet')
        : said(
            `gửi lúc ${instantVi(acceptedMs, atMs)}: tổng đài nhận, chưa có biên nhận`,
            `sent at ${instantEn(acceptedMs, atMs)}: taken by the gateway, no receipt yet`,
          )
    case 'delivered':
      return finalMs === null
        ? said('đã tới máy', 'delivered')
        : said(`đã tới máy lúc ${instantVi(finalMs, atMs)}`, `delivered at ${instantEn(finalMs, atMs)}`)
    case 'temporary':
      return said('chưa gửi được, hệ thống sẽ thử lại', 'not sent yet, it will be tried again')
    case 'permanent':
      return failure === 'cost-cap'
        ? said('không gửi: số này đã nhận đủ số tin trong ngày', 'not sent: this number had its share of messages for the day')
        : said('không gửi được', 'could not be delivered')
    case 'cancelled':
      return said('đã hủy trước khi gửi', 'cancelled before it was sent')
  }
}

const tellRefusals = ({ sentence, times, firstMs, atMs }: StoryRefusals): Bilingual =>
  times === 1
    ? said(`Màn hình báo: “${sentence.vi}”`, `The screen said: “${sentence.en}”`)
    : said(
        `Màn hình báo ${times} lần từ ${instantVi(firstMs, atMs)}: “${sentence.vi}”`,
        `The screen said ${times} times since ${instantEn(firstMs, atMs)}: “${sentence.en}”`,
      )

const textOf = (fact: StoryFact): Bilingual | null => {
  switch (fact.kind) {
    case 'move': {
      const { vi, en } = MOVES[fact.move]
      if (fact.dueOn === null) return { vi: `${vi}.`, en: `${en}.` }
      return said(`${vi}; hạn nộp hết ngày ${formatDateVi(fact.dueOn)}.`, `${en}; due by the end of ${formatDateEn(fact.dueOn)}.`)
    }
    case 'act':
      return fact.byStaff
        ? said(`Cán bộ: ${fact.sentence.vi}.`, `Staff: ${fact.sentence.en}.`)
        : { vi: `${fact.sentence.vi}.`, en: `${fact.sentence.en}.` }
    case 'message': {
      const name = nameMessage(fact.event)
      const delivery = tellDelivery(fact)
      return (
        name &&
        said(`${CHANNELS[fact.channel].vi} ${name.vi}: ${delivery.vi}.`, `${CHANNELS[fact.channel].en}, ${name.en}: ${delivery.en}.`)
      )
    }
    case 'refusals':
      return tellRefusals(fact)
    case 'request': {
      const words = REQUESTS[fact.state]
      const isWaiting = CORRECTION_STATE_RULES[fact.state].isOpen && fact.state !== 'waiting'
      const due = isWaiting ? said(`, chậm nhất ${formatDateVi(fact.dueOn)}`, ` by ${formatDateEn(fact.dueOn)}`) : said('', '')
      return said(
        `Yêu cầu điều chỉnh ${fact.fileNumber}: ${words.vi}${due.vi}.`,
        `Request for adjustment ${fact.fileNumber}: ${words.en}${due.en}.`,
      )
    }
    case 'ticket':
      return fact.open
        ? said(`Phiếu hỗ trợ ${fact.number} đang chờ trả lời.`, `Ticket ${fact.number} awaits an answer.`)
        : said(`Phiếu hỗ trợ ${fact.number} đã được trả lời.`, `Ticket ${fact.number} was answered.`)
  }
}

const isTrouble = (fact: StoryFact): boolean =>
  fact.kind === 'refusals' ||
  (fact.kind === 'message' && (fact.state === 'permanent' || fact.state === 'temporary')) ||
  (fact.kind === 'move' && (fact.move === 'return' || fact.move === 'refuse' || fact.move === 'refuse-fraud' || fact.move === 'expire'))

/** Same answers one after the other, within the hour, are one sentence with a number. Oldest first in, oldest first out. */
export const foldRefusals = (rows: readonly Pick<StoryRefusals, 'atMs' | 'code' | 'sentence'>[]): StoryRefusals[] => {
  const folded: StoryRefusals[] = []
  for (const { atMs, code, sentence } of sorted(rows, (one, other) => one.atMs - other.atMs)) {
    const last = folded.at(-1)
    if (last !== undefined && last.code === code && atMs - last.atMs <= 3_600_000)
      folded[folded.length - 1] = { ...last, atMs, times: last.times + 1 }
    else folded.push({ kind: 'refusals', atMs, firstMs: atMs, code, sentence, times: 1 })
  }
  return folded
}

/** The journey as sentences in the order in which things happened. What has no sentence is left out. */
export const tellStory = (facts: readonly StoryFact[]): StorySentence[] =>
  sorted(
    facts.flatMap((fact) => {
      const text = textOf(fact)
      return text === null ? [] : [{ atMs: fact.atMs, text, isTrouble: isTrouble(fact) }]
    }),
    (one, other) => one.atMs - other.atMs,
  )
