import { type Dated, validOn } from '../reference/index.ts'
import type { CivilDate } from '../calendar/index.ts'

/** The numbers by which signals are found. A changed number is a new row, not an edit: what was found stays explained by its own row. */
export type FraudRule = Dated & {
  readonly version: string
  /** One phone or device for more strangers than this. A family of five on one phone, and one more, is ordinary life. */
  readonly mostStrangers: number
  /** Candidates: bits by which two prints of one picture may differ, of 256 of a portrait and 1024 of a card. */
  readonly mostBits: { readonly portrait: number; readonly 'id-front': number }
  /** How far the cells of one picture written twice may be apart, in standard deviations. */
  readonly portraitApart: number
  /** Of cards, which all have one layout: `alone` the photo itself is the same; `related` when the name or all but two digits agree too. */
  readonly cardApart: { readonly alone: number; readonly related: number }
  /** A print with fewer steps shows a wall or a hand on the lens, and is like every other of its kind. */
  readonly leastSteps: number
  readonly hasty: {
    /** Times the usual number of approvals a day: the middle of the other clerks' working days. */
    readonly timesUsual: number
    /** Between two decisions less than this is no look at paper, card and face: hands alone take 12 s at this counter. */
    readonly pauseSeconds: number
    /** Of the day's pauses, this share was shorter. */
    readonly shortShare: number
    /** A day with fewer approvals says nothing. */
    readonly leastApprovals: number
  }
  readonly source: string
}

export const FRAUD_RULES: readonly FraudRule[] = [
  {
    version: 'fraud-1',
    validFrom: '2026-01-01',
    validTo: null,
    mostStrangers: 5,
    mostBits: { portrait: 20, 'id-front': 50 },
    portraitApart: 0.08,
    cardApart: { alone: 0.03, related: 0.1 },
    leastSteps: 20,
    hasty: { timesUsual: 3, pauseSeconds: 15, shortShare: 0.8, leastApprovals: 30 },
    source:
      'House rule; checked by tools/measures/fraud.ts. Law 41/2024/QH15 art. 9 forbids forging a file; Decree 164/2025/NĐ-CP lets the office verify it',
  },
]

/** The rule of a day. @throws Error for a day before the first rule */
export const findFraudRule = (on: CivilDate): FraudRule => {
  const [rule] = validOn(FRAUD_RULES, on)
  if (rule === undefined) throw new Error(`no fraud rule on ${on}`)
  return rule
}
