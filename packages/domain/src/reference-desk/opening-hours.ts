export type DeskHours = { readonly weekdays: readonly number[]; readonly spans: readonly (readonly [string, string])[] }

const SHAPE = /^T?([2-7](?:-[2-7])?|CN)(?:,T?([2-7]|CN))* +(\d{2}:\d{2}-\d{2}:\d{2}(?: +\d{2}:\d{2}-\d{2}:\d{2}){0,2})$/u
const CLOCK = /^(?:[01]\d|2[0-3]):[0-5]\d$/u

/** T2 is Monday, day 1; CN is Sunday, day 7. */
const toWeekday = (name: string): number => (name === 'CN' ? 7 : Number(name.replace('T', '')) - 1)

const parseDays = (typed: string): number[] =>
  typed.split(',').flatMap((part) => {
    const [first = '', last] = part.split('-')
    if (last === undefined) return [toWeekday(first)]
    const [from, to] = [toWeekday(first), toWeekday(last)]
    return Array.from({ length: Math.max(0, to - from + 1) }, (_none, index) => from + index)
  })

const areInOrder = (spans: readonly (readonly [string, string])[]): boolean =>
  spans.every(([from, to], index) => CLOCK.test(from) && CLOCK.test(to) && from < to && (spans[index - 1]?.[1] ?? '') <= from)

/** `T2-T6 08:00-11:30 13:30-17:00`, also `T2-T6,T7 …`; null when it is not said so. */
export const parseOpeningHours = (text: string): DeskHours | null => {
  const typed = text.trim().replaceAll('T', '')
  if (typed.length > 80 || !SHAPE.test(typed)) return null
  const [days = '', ...times] = typed.split(/ +/u)
  const spans = times.map((time): readonly [string, string] => [time.slice(0, 5), time.slice(6)])
  const weekdays = [...new Set(parseDays(days))].toSorted((one, other) => one - other)
  return weekdays.length === 0 || !areInOrder(spans) ? null : { weekdays, spans }
}

const nameOf = (weekday: number): string => (weekday === 7 ? 'CN' : `T${weekday + 1}`)

/** As it is typed: days that follow each other as a span. */
export const formatOpeningHours = ({
  weekdays,
  spans,
}: {
  readonly weekdays: readonly number[]
  readonly spans: readonly (readonly string[])[]
}): string => {
  const workdays = weekdays.filter((day) => day < 7)
  const [first = 0] = workdays
  const isRun = workdays.length > 1 && workdays.every((day, index) => day === first + index)
  const named = isRun ? [`${nameOf(first)}-${nameOf(first + workdays.length - 1)}`] : workdays.map(nameOf)
  const days = [...named, ...(weekdays.includes(7) ? ['CN'] : [])].join(',')
  return [days, ...spans.map((span) => span.join('-'))].join(' ')
}
