import type { HelpQuestionAnswer } from '@an-sinh/contract'
import { type HelpLanguage, REGISTRATION_STATES } from '@an-sinh/domain'
import type { FastifyRequest } from 'fastify'
import { resolveCitizen } from '../accounts/index.ts'
import { listRegistrationsOfBrowser } from '../applicants/index.ts'
import type { Platform } from '../platform/platform.ts'
import { dueOnOf, listCorrectionRequestRows, stateOf } from '../procedures/index.ts'

type OwnCases = { readonly cases: HelpQuestionAnswer['ownCases']; readonly officeId: number | null }

/** The newest few: who has more opens the list. */
const CASES_MAX = 3
const OPEN_STATES = ['received', 'in-review', 'waiting'] as const
const WORDS = {
  vi: {
    registration: 'Hồ sơ đăng ký của bạn',
    due: 'Hạn nộp tờ khai: hết ngày',
    request: 'Yêu cầu số',
    received: 'đã được nhận.',
    'in-review': 'đang được xem xét.',
    waiting: 'đang chờ bạn bổ sung.',
    answer: 'Cơ quan BHXH trả lời chậm nhất ngày',
  },
  en: {
    registration: 'Your registration',
    due: 'Hand in the form by the end of',
    request: 'Request',
    received: 'has been received.',
    'in-review': 'is being looked at.',
    waiting: 'waits for an addition from you.',
    answer: 'The office answers by',
  },
} as const

const dayOf = (on: string): string => on.split('-').toReversed().join('/')

async function listRegistrations(platform: Platform, request: FastifyRequest, language: HelpLanguage): Promise<OwnCases> {
  const words = WORDS[language]
  const rows = (await listRegistrationsOfBrowser(platform, request)).slice(0, CASES_MAX)
  const cases = rows.map((row) => {
    const { citizenReads, nextStep, deadlineRuns } = REGISTRATION_STATES[row.state]
    const name = row.fileNumber === null ? words.registration : `${words.registration} ${row.fileNumber}`
    const due = deadlineRuns && row.dueOn !== null ? ` ${words.due} ${dayOf(row.dueOn)}.` : ''
    return { text: `${name}: ${citizenReads[language]}${due} ${nextStep[language]}`, href: `/ho-so/${row.registrationId}` }
  })
  return { cases, officeId: rows[0]?.officeId ?? null }
}

async function listRequests(platform: Platform, request: FastifyRequest, language: HelpLanguage): Promise<HelpQuestionAnswer['ownCases']> {
  const actor = await resolveCitizen(platform)(request)
  if (actor?.kind !== 'citizen') return []
  const words = WORDS[language]
  const rows = await listCorrectionRequestRows(platform.sql, actor.personId)
  return rows
    .flatMap((row) => {
      const state = OPEN_STATES.find((open) => open === stateOf(row))
      if (state === undefined) return []
      const text = `${words.request} ${row.fileNumber} ${words[state]} ${words.answer} ${dayOf(dueOnOf(row))}.`
      return [{ text, href: `/ca-nhan/yeu-cau/${row.requestId}` }]
    })
    .slice(0, CASES_MAX)
}

/** How the asker's own things stand: registrations of this browser, open requests of who is signed in. Nobody else's, by no word of the question. */
export async function listOwnCases(platform: Platform, request: FastifyRequest, language: HelpLanguage): Promise<OwnCases> {
  const registrations = await listRegistrations(platform, request, language)
  return { ...registrations, cases: [...(await listRequests(platform, request, language)), ...registrations.cases] }
}
