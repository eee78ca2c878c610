import type { CivilDate } from '@an-sinh/domain'

import { hasRealNumbers } from '../persons/index.ts'
import type { Queryable } from '../platform/sql.ts'
import { findInstallation } from './population-queries.ts'

/**
 * Today in a database that may hold synthetic people: marked as a demo, or named as one by `--demo` and without a single number that
 * could belong to somebody. @throws Error with a sentence on any other; nothing was touched then.
 */
export async function requireSynthetic(sql: Queryable, saysDemo: boolean): Promise<CivilDate> {
  const installation = await findInstallation(sql)
  if (installation === null || (!installation.demo && !saysDemo))
    throw new Error(
      'Cơ sở dữ liệu này không phải bản thử nghiệm; thêm --demo nếu đúng là bản thử nghiệm. / This database is not marked as a demo; nothing was added. Say --demo if it is one.',
    )
  if (await hasRealNumbers(sql))
    throw new Error(
      'Cơ sở dữ liệu có mã số BHXH không bắt đầu bằng 99; không trộn người giả định với người thật. / This register holds insurance numbers outside 99; synthetic people are never mixed in.',
    )
  return installation.today
}
