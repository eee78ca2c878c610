import { getBenefitsRoute } from '@an-sinh/contract'

import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { requireSubject } from '../representations/index.ts'
import { listBenefits, readNow } from './benefit-queries.ts'
import { linesOf, monthlyOf } from './to-benefit-lines.ts'

export function getBenefits(server: Server, platform: Platform): void {
  addRoute(server, getBenefitsRoute, async ({ query, request }) => {
    const { personId } = await requireSubject(platform, request, query.for, 'benefits')
    const [rows, { today, asOf }] = await Promise.all([listBenefits(platform.sql, personId), readNow(platform.sql)])
    return {
      lumpSum: linesOf(rows, 'lump-sum'),
      sicknessMaternity: linesOf(rows, 'sickness-maternity'),
      monthly: monthlyOf(rows, today),
      unemployment: linesOf(rows, 'unemployment'),
      asOf,
    }
  })
}
