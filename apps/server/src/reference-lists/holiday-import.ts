import { choiceCell, dateCell } from '@an-sinh/domain'

import { calendarList } from './calendar-list-queries.ts'
import { nameColumn, textColumn, toColumns } from './list-columns.ts'
import { makeDatedKind } from './make-dated-kind.ts'

/** What may stand in the file → our word. */
const WORDS: readonly (readonly [string, string])[] = [
  ['public_holiday', 'public-holiday'],
  ['nghỉ lễ', 'public-holiday'],
  ['compensation', 'compensation'],
  ['nghỉ bù', 'compensation'],
  ['swap_day_off', 'swap-day-off'],
  ['nghỉ hoán đổi', 'swap-day-off'],
  ['working_saturday', 'working-saturday'],
  ['làm bù', 'working-saturday'],
]
const KINDS = choiceCell(
  Object.fromEntries(
    WORDS.flatMap(([word, kind]) => [
      [word, kind],
      [`${word}_PROVISIONAL`, `${kind}/provisional`],
      [`${word} (dự kiến)`, `${kind}/provisional`],
    ]),
  ),
)

const COLUMNS = toColumns({
  on: { ...textColumn('Ngày', 'Day', ['date', 'ngay']), required: 'row', parse: dateCell, type: 'date' },
  name: { ...nameColumn(['name', 'ten']), required: 'row' },
  kind: { ...textColumn('Loại ngày', 'Kind', ['kind', 'loai ngay', 'loai']), required: 'row', parse: KINDS },
})

/** Days that differ from the weekly rhythm. */
export const holidayKind = makeDatedKind('holidays', { vi: 'Ngày nghỉ, ngày làm bù', en: 'Holidays' }, calendarList(COLUMNS))
