import type { CivilDate } from '@an-sinh/domain'

import type { Platform } from '../platform/platform.ts'
import { findInstallation } from '../population/index.ts'

/** Today in a database that was made and marked as a demo. @throws Error with a sentence on any other; nothing was touched then. */
export async function requireDemo(platform: Platform): Promise<CivilDate> {
  const installation = await findInstallation(platform.sql)
  if (installation?.demo === true) return installation.today
  throw new Error(
    'Cơ sở dữ liệu này không phải bản thử nghiệm; không thêm dữ liệu mẫu. / This database is not marked as a demo; nothing was added.',
  )
}
