import { getBlankForm01Route } from '@an-sinh/contract'
import { renderPdf } from '../documents/index.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { readToday } from '../registrations/index.ts'
import { toBlankForm01Data } from './form-01-data.ts'

/** Form 01 blank. The same for everybody the whole day, so it is made once a day. */
export function getBlankForm01(server: Server, platform: Platform): void {
  let kept: { on: string; pdf: Buffer } | null = null
  addRoute(server, getBlankForm01Route, async ({ reply }) => {
    const on = await readToday(platform.sql)
    if (kept?.on !== on) kept = { on, pdf: await renderPdf('form-01', toBlankForm01Data(on, platform.settings.hotline)) }
    return reply.type('application/pdf').header('content-disposition', 'inline; filename="to-khai-mau-01-trong.pdf"').send(kept.pdf)
  })
}
