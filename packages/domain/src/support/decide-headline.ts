import { ACCOUNT_STATES } from '../accounts/index.ts'
import { civilDateIn, clockIn, compareDates, formatDateEn, formatDateVi } from '../calendar/index.ts'
import { REGISTRATION_STATES } from '../registrations/index.ts'
import type { Bilingual } from '../values/index.ts'
import type { StoryFact, StoryHeadline, StoryMessage, StoryStanding } from './story.ts'

const DAY_MS = 86_400_000
/** Wrong tries within a day from which somebody is told to stop guessing. */
const MANY_TRIES = 3
const SIGN_IN_CODES: ReadonlySet<string> = new Set(['sign-in-wrong', 'first-sign-in-wrong', 'code-wrong'])
const PASSWORD_EVENTS: ReadonlySet<string> = new Set(['approved', 'first-password'])

type Seen = { readonly standing: StoryStanding; readonly facts: readonly StoryFact[] }
/** One thing that can stand in the way: answers what to say of it, or null when it does not. */
type Obstacle = (seen: Seen) => StoryHeadline | null

const told = (code: string, obstacle: Bilingual, nextStep: Bilingual): StoryHeadline => ({ code, obstacle, nextStep })
const at = (ms: number): { vi: string; en: string } => ({
  vi: `${clockIn(ms)} ${formatDateVi(civilDateIn(ms))}`,
  en: `${clockIn(ms)} on ${formatDateEn(civilDateIn(ms))}`,
})

const accountClosed: Obstacle = ({ standing: { account } }) =>
  account === 'held' || account === 'stopped'
    ? told(`account-${account}`, ACCOUNT_STATES[account].citizenReads, ACCOUNT_STATES[account].nextStep)
    : null

const newestPassword = (facts: readonly StoryFact[]): StoryMessage | undefined =>
  facts.findLast((fact): fact is StoryMessage => fact.kind === 'message' && PASSWORD_EVENTS.has(fact.event))

const passwordUndelivered: Obstacle = ({ standing: { account }, facts }) => {
  if (account !== 'pending-first-sign-in') return null
  const message = newestPassword(facts)
  if (message === undefined || message.state === 'delivered') return null
  if (message.state === 'permanent' || message.state === 'cancelled')
    return told(
      'password-not-delivered',
      { vi: 'Tin nhắn mật khẩu lần đầu không tới được máy.', en: 'The message with the first password did not arrive.' },
      {
        vi: 'Hỏi lại số điện thoại đã đăng ký còn dùng không: còn thì yêu cầu gửi lại mật khẩu ở trang đăng nhập; không thì đến cơ quan BHXH nhận mã kích hoạt.',
        en: 'Ask whether the registered phone is still in use: if so, ask for the password again on the sign-in page; if not, fetch an activation code at the office.',
      },
    )
  return told(
    'password-under-way',
    {
      vi: 'Tin nhắn mật khẩu lần đầu chưa có biên nhận là đã tới máy.',
      en: 'There is no receipt yet for the message with the first password.',
    },
    {
      vi: 'Chờ thêm 15 phút, kiểm tra hộp tin bị chặn; chưa thấy thì yêu cầu gửi lại ở trang đăng nhập.',
      en: 'Wait another 15 minutes and look among blocked messages; then ask for it again on the sign-in page.',
    },
  )
}

const passwordRanOut: Obstacle = ({ standing: { account, firstPasswordEndsMs, nowMs } }) =>
  account === 'pending-first-sign-in' && firstPasswordEndsMs !== null && firstPasswordEndsMs <= nowMs
    ? told(
        'password-ran-out',
        {
          vi: `Mật khẩu lần đầu đã hết hạn lúc ${at(firstPasswordEndsMs).vi}.`,
          en: `The first password ran out at ${at(firstPasswordEndsMs).en}.`,
        },
        {
          vi: 'Yêu cầu gửi lại mật khẩu lần đầu ở trang đăng nhập; không cần đến cơ quan BHXH.',
          en: 'Ask for a new first password on the sign-in page; no visit is needed.',
        },
      )
    : null

const stopWaits: Obstacle = ({ standing: { stopAtMs } }) =>
  stopAtMs === null
    ? null
    : told(
        'stop-waits',
        { vi: `Tài khoản sẽ ngừng giao dịch lúc ${at(stopAtMs).vi}.`, en: `The account will be stopped at ${at(stopAtMs).en}.` },
        {
          vi: 'Nếu không phải người này yêu cầu, đăng nhập và hủy ngay; hoặc báo cơ quan BHXH.',
          en: 'If this person did not ask for it: sign in and take it back at once, or tell the office.',
        },
      )

const manyTries: Obstacle = ({ standing: { nowMs }, facts }) => {
  const tries = facts.flatMap((fact) =>
    fact.kind === 'refusals' && SIGN_IN_CODES.has(fact.code) && nowMs - fact.atMs <= DAY_MS ? [fact.times] : [],
  )
  const times = tries.reduce((sum, one) => sum + one, 0)
  if (times < MANY_TRIES) return null
  return told(
    'many-tries',
    { vi: `Nhập sai mật khẩu hoặc mã ${times} lần trong 24 giờ qua.`, en: `A wrong password or code ${times} times within 24 hours.` },
    {
      vi: 'Dừng thử; bấm “Quên mật khẩu” ở trang đăng nhập và làm theo từng bước. Không hỏi và không nhận mật khẩu qua điện thoại.',
      en: 'Stop trying; follow “Forgotten password” on the sign-in page. Never ask for or take a password by telephone.',
    },
  )
}

const registrationWaits: Obstacle = ({ standing: { registration, account, nowMs } }) => {
  if (registration === null) return null
  const { state, dueOn, graceEndsOn } = registration
  if (state === 'activated' || state === 'withdrawn' || (state === 'approved' && account === 'active')) return null
  const { citizenReads, nextStep, deadlineRuns } = REGISTRATION_STATES[state]
  if (!deadlineRuns || dueOn === null) return told(`registration-${state}`, citizenReads, nextStep)
  const isLate = compareDates(civilDateIn(nowMs), dueOn) > 0 && graceEndsOn !== null
  const until = isLate ? graceEndsOn : dueOn
  return told(
    isLate ? 'registration-late' : `registration-${state}`,
    isLate
      ? {
          vi: `Quá hạn nộp tờ khai (${formatDateVi(dueOn)}); quầy còn nhận đến hết ngày ${formatDateVi(until)}.`,
          en: `The due date (${formatDateEn(dueOn)}) is over; the counter still takes the form until ${formatDateEn(until)}.`,
        }
      : {
          vi: `${citizenReads.vi} Hạn nộp: hết ngày ${formatDateVi(until)}.`,
          en: `${citizenReads.en} Due by the end of ${formatDateEn(until)}.`,
        },
    nextStep,
  )
}

const requestWaits: Obstacle = ({ facts }) => {
  const waiting = facts.findLast((fact) => fact.kind === 'request' && fact.state === 'waiting')
  if (waiting?.kind !== 'request') return null
  return told(
    'request-waits',
    {
      vi: `Yêu cầu điều chỉnh ${waiting.fileNumber} đang chờ người này bổ sung.`,
      en: `Request ${waiting.fileNumber} waits for an addition by this person.`,
    },
    {
      vi: 'Mở mục Yêu cầu trong ứng dụng, đọc cơ quan hỏi gì và gửi bổ sung.',
      en: 'Open Requests in the app, read what is asked and send it.',
    },
  )
}

const phoneChangeWaits: Obstacle = ({ standing: { phoneChangeAtMs } }) =>
  phoneChangeAtMs === null
    ? null
    : told(
        'phone-change-waits',
        {
          vi: `Số điện thoại mới được dùng từ ${at(phoneChangeAtMs).vi}; đến lúc đó mã vẫn gửi tới số cũ.`,
          en: `The new phone number is used from ${at(phoneChangeAtMs).en}; codes go to the old one until then.`,
        },
        {
          vi: 'Chờ đến giờ đó; nếu không phải người này đổi, báo “Không phải tôi” bằng mã trong tin nhắn.',
          en: 'Wait until then; if this person did not ask for it, object with the code in the message.',
        },
      )

const lastRefusal: Obstacle = ({ standing: { nowMs }, facts }) => {
  const last = facts.findLast((fact) => fact.kind === 'refusals' && nowMs - fact.atMs <= DAY_MS)
  if (last?.kind !== 'refusals') return null
  return told(
    'last-refusal',
    { vi: `Lần gần nhất màn hình báo: “${last.sentence.vi}”`, en: `Last, the screen said: “${last.sentence.en}”` },
    { vi: 'Xem câu trả lời có sẵn của mã lỗi này.', en: 'See the ready answer to this error.' },
  )
}

/** The worst first: what keeps the person out of the account, what runs out, what waits for them, what was merely refused. */
const OBSTACLES: readonly Obstacle[] = [
  accountClosed,
  stopWaits,
  passwordRanOut,
  passwordUndelivered,
  manyTries,
  requestWaits,
  registrationWaits,
  phoneChangeWaits,
  lastRefusal,
]

const NOTHING = told(
  'nothing',
  { vi: 'Không thấy gì đang vướng.', en: 'Nothing seems to stand in the way.' },
  {
    vi: 'Hỏi người dân đang ở màn hình nào và màn hình ghi gì; nhờ đọc mã lỗi ở cuối thông báo.',
    en: 'Ask which screen it is and what it says; let the error id below the notice be read out.',
  },
)

/** What stands in this person's way now, and the next step, one sentence each. `facts`: oldest first. */
export const decideHeadline = (standing: StoryStanding, facts: readonly StoryFact[]): StoryHeadline => {
  for (const obstacle of OBSTACLES) {
    const headline = obstacle({ standing, facts })
    if (headline !== null) return headline
  }
  return NOTHING
}
