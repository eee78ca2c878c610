import type { NoticeAnswer } from '@an-sinh/contract'
import { describe, expect, it } from 'vitest'
import { groupByDay } from './group-by-day.ts'

const told = (toldAt: string): NoticeAnswer => ({
  noticeId: toldAt,
  kind: 'card',
  title: { vi: 'a', en: 'b' },
  body: { vi: 'a', en: 'b' },
  screen: null,
  subjectId: null,
  toldAt,
  isRead: false,
})

describe('notices by day', () => {
  it('lie on the day it was in Viet Nam, in the order they came', () => {
    const days = groupByDay([told('2026-11-25T17:30:00Z'), told('2026-11-25T16:59:00Z'), told('2026-11-24T18:00:00Z')])
    expect(days.map(({ on, notices }) => [on, notices.length])).toStrictEqual([
      ['2026-11-26', 1],
      ['2026-11-25', 2],
    ])
  })
})
