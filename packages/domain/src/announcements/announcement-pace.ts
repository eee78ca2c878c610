/** Data of the day, not of the code. Hours of the clock in Viet Nam. */
export type AnnouncementRule = {
  readonly fourEyesFrom: number
  readonly perMinute: number
  readonly quietFromHour: number
  readonly quietUntilHour: number
  readonly smsBudget: number
}

const HOUR_MS = 3_600_000
const VIET_NAM_HOURS = 7

const hourIn = (at: number): number => new Date(at + VIET_NAM_HOURS * HOUR_MS).getUTCHours()

/** Whether people sleep at this instant (milliseconds), by the rule; quiet hours may go over midnight. */
export const isQuiet = (at: number, { quietFromHour: from, quietUntilHour: until }: AnnouncementRule): boolean => {
  const hour = hourIn(at)
  return from <= until ? hour >= from && hour < until : hour >= from || hour < until
}

/** How many may still be told in this minute. `minuteAt`: when the counted minute began, in milliseconds. */
export const leftInMinute = (
  rule: Pick<AnnouncementRule, 'perMinute'>,
  counted: { readonly minuteAt: number; readonly minuteTold: number; readonly now: number },
): number => (counted.now - counted.minuteAt >= 60_000 ? rule.perMinute : Math.max(0, rule.perMinute - counted.minuteTold))
