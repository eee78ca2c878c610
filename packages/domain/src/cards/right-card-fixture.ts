import { addDays, daysBetween } from '../calendar/index.ts'
import type { CardEnding, CoverageLevel } from './index.ts'

export type DatedCard = {
  label: string
  participantGroup: string
  coverageLevel: CoverageLevel
  validFrom: string
  validTo: string | null
  ending: CardEnding | null
}
type Case = {
  name: string
  cards: DatedCard[]
  bornOn: string | null
  on: string
  label: string | null
  status: string
  next: string | null
}

/*
 * The oracle knows no rule: it paints. A canvas of days is painted with the cards as the story tells them, the weaker right first, so that the
 * last coat is the answer; what the story says does not count is never painted.
 */
const FIRST = '2015-01-01'
const DAYS = 6500
const dayOf = (date: string): number => daysBetween(FIRST, date)
export const dateOf = (day: number): string => addDays(FIRST, day)

/** mulberry32: the same 500 cases every time. */
const makeDice = (seed: number) => {
  let state = seed
  return (from: number, to: number): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return from + (((mixed ^ (mixed >>> 14)) >>> 0) % (to - from + 1))
  }
}
type Dice = ReturnType<typeof makeDice>

class Story {
  readonly cards: DatedCard[] = []
  readonly canvas: (string | null)[] = Array.from({ length: DAYS }, () => null)
  readonly starts: { label: string; day: number }[] = []
  readonly dates: number[] = []
  bornOn: string | null = null

  /** A card from day to day; `paintTo` where the story ends it otherwise than the card says. */
  add(group: string, level: CoverageLevel, from: number, to: number | null, more: { paintTo?: number; ending?: CardEnding } = {}): void {
    const label = `${group}${level} #${this.cards.length}`
    const validTo = to === null ? null : dateOf(to)
    this.cards.push({ label, participantGroup: group, coverageLevel: level, validFrom: dateOf(from), validTo, ending: more.ending ?? null })
    const end = more.paintTo ?? to ?? DAYS - 1
    this.dates.push(from - 1, from, from + 1)
    if (end < DAYS - 1) this.dates.push(end, end + 1)
    if (more.ending !== undefined) return
    this.starts.push({ label, day: from })
    this.canvas.fill(label, from, end + 1)
  }
}

const yearStart = (year: number): number => dayOf(`${year}-01-01`)

/** Cards one after the other, sometimes with a hole between, the last perhaps without end. */
const chain = (story: Story, dice: Dice, group: string, level: CoverageLevel): void => {
  let from = yearStart(dice(2016, 2020)) + dice(0, 1) * dice(0, 360)
  const count = dice(1, 5)
  for (let at = 0; at < count; at += 1) {
    const year = Number(dateOf(from).slice(0, 4))
    const to = dice(0, 1) === 0 ? Math.max(from, yearStart(year + 1) - 1) : from + dice(0, 400)
    story.add(group, level, from, at === count - 1 && dice(0, 2) === 0 ? null : to)
    from = to + 1 + (dice(0, 2) === 0 ? dice(1, 200) : 0)
  }
}

const STORIES: Record<string, (story: Story, dice: Dice) => void> = {
  'years one after the other': (story, dice) => chain(story, dice, 'DN', 4),
  'a revoked better card over all of them': (story, dice) => {
    story.add('CC', 1, yearStart(2015) + 5, null, { ending: 'withdrawal' })
    chain(story, dice, 'GD', 4)
  },
  'each said wrongly at first': (story, dice) => {
    chain(story, dice, 'HC', 4)
    for (const card of story.cards.slice())
      story.add('HC', 4, dayOf(card.validFrom) + dice(0, 3), null, { ending: dice(0, 1) === 0 ? 'correction' : 'change' })
  },
  'a household card under the card of the poor': (story, dice) => {
    story.add('GD', 4, yearStart(2016) + dice(0, 300), dice(0, 1) === 0 ? null : yearStart(2024))
    chain(story, dice, 'HN', 2)
  },
  'a soldier for a while': (story, dice) => {
    chain(story, dice, 'DN', 4)
    const from = yearStart(dice(2016, 2020)) + dice(0, 400)
    story.add('QN', 5, from, from + dice(0, 900))
  },
  'another facility in the middle of the period': (story, dice) => {
    const from = yearStart(dice(2016, 2024))
    const end = dice(0, 2) === 0 ? null : from + dice(300, 800)
    story.add('DN', 4, from, end)
    // The later card is painted over the earlier one, from its first day to its last.
    story.add('DN', 4, from + dice(1, 250), dice(0, 1) === 0 ? end : from + dice(250, 290))
  },
  'two groups from the same day, the higher right counts': (story, dice) => {
    const from = yearStart(dice(2016, 2024)) + dice(0, 100)
    const levels = (
      [
        [4, 3],
        [4, 2],
        [4, 1],
        [4, 5],
        [3, 2],
        [3, 1],
        [3, 5],
        [2, 1],
        [2, 5],
        [1, 5],
      ] as const
    )[dice(0, 9)] ?? [4, 3]
    story.add('HT', levels[0], from, from + dice(200, 900))
    story.add('CK', levels[1], from, from + dice(0, 400))
  },
  'nothing but what was taken back': (story, dice) => story.add('DN', 4, yearStart(2018) + dice(0, 300), null, { ending: 'withdrawal' }),
}

/** Written by hand: birthday and last day of the child's card. */
export const CHILDREN = [
  ['2018-01-01', '2024-09-30'],
  ['2018-09-30', '2024-09-30'],
  ['2018-10-01', '2024-10-01'],
  ['2018-12-31', '2024-12-31'],
  ['2016-02-29', '2022-09-30'],
  ['2019-05-20', '2025-09-30'],
  ['2019-11-05', '2025-11-05'],
  ['2017-10-31', '2023-10-31'],
  ['2018', '2024-12-31'],
  ['2018-06', '2024-09-30'],
  ['2018-02', '2024-09-30'],
  ['2018-10', '2024-10-31'],
] as const

const tellChild = (story: Story, dice: Dice): void => {
  const [bornOn, lastDay] = CHILDREN[dice(0, CHILDREN.length - 1)] ?? CHILDREN[0]
  story.bornOn = bornOn
  const end = dayOf(lastDay)
  const from = dayOf(`${bornOn}-01-01`.slice(0, 10))
  const cut = dice(0, 3)
  story.add('TE', 1, from, cut === 0 ? null : end + (cut === 1 ? dice(1, 300) : 0), { paintTo: end })
  if (dice(0, 2) > 0) story.add('HS', 4, end + 1 + dice(0, 1) * dice(0, 40), null)
}

export const makeCases = (): Case[] => {
  const tellers = [
    ...Object.entries(STORIES),
    ['a child that turns six', tellChild] as const,
    ['a child that turns six', tellChild] as const,
  ]
  return Array.from({ length: 500 }, (_, at) => {
    const dice = makeDice(at + 1)
    const story = new Story()
    const [name, tell] = tellers[at % tellers.length] ?? ['', tellChild]
    tell(story, dice)
    const day = Math.max(
      1,
      dice(0, 4) === 0 ? yearStart(dice(2016, 2026)) - dice(0, 1) : (story.dates[dice(0, story.dates.length - 1)] ?? 1),
    )
    const shown = story.canvas[day] ?? null
    const following = story.starts
      .filter((one) => one.day > day)
      .reduce<{ label: string; day: number } | null>((first, one) => (first === null || one.day <= first.day ? one : first), null)
    const before = story.canvas.slice(0, day).findLast((label) => label !== null) ?? null
    const status = shown !== null ? 'valid' : following !== null ? 'not-yet' : before !== null ? 'expired' : 'none'
    return {
      name,
      cards: dice(0, 1) === 0 ? story.cards : story.cards.toReversed(),
      bornOn: story.bornOn,
      on: dateOf(day),
      label: shown ?? following?.label ?? before,
      status,
      next: shown === null ? null : (following?.label ?? null),
    }
  })
}
