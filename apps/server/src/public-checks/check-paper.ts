import { type CheckedPaper, checkPaperRoute } from '@an-sinh/contract'
import { type PaperCode, readPaperCode } from '@an-sinh/domain'
import { checkAgentBadge } from '../agent-badges/index.ts'
import { findHandOver } from '../batches/index.ts'
import { openPaperCodes } from '../paper-codes/index.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal } from '../platform/refusal.ts'
import { countStranger } from '../platform/stranger-limits.ts'
import { openStatementChecks } from '../statements/index.ts'
import { isCardAsPrinted } from './is-card-as-printed.ts'
import { ofBadge, ofHandOver, ofPaper, ofStatement, UNKNOWN_PAPER } from './to-checked-paper.ts'

type Asked = { code: string; sha256?: string | undefined }
type Checks = Readonly<Record<PaperCode['kind'], (asked: Asked) => Promise<CheckedPaper>>>

/** One way per shape of code. Within a shape every table that may know the code is asked, so that a guess takes as long as a hit. */
function makeChecks(platform: Platform): Checks {
  const [findStatement, findPaper] = [openStatementChecks(platform), openPaperCodes(platform)]
  return {
    paper: async ({ code, sha256 }) => {
      const statement = await findStatement({ code, sha256 })
      const paper = await findPaper(code, sha256)
      const asPrinted = await isCardAsPrinted(platform, paper?.subject ?? null)
      if (statement !== null) return ofStatement(statement)
      return paper === null ? UNKNOWN_PAPER : ofPaper(paper, { asPrinted, fileAsked: sha256 !== undefined })
    },
    'agent-badge': async ({ code }) => ofBadge(await checkAgentBadge(platform, code)),
    'hand-over': async ({ code }) => ofHandOver(await findHandOver(platform, code)),
  }
}

/** Genuine, run out, taken back, changed or unknown, of whatever kind. A typing slip is told before anything is looked up. */
export function checkPaper(server: Server, platform: Platform): void {
  const checks = makeChecks(platform)
  addRoute(server, checkPaperRoute, async ({ body, request, reply }) => {
    const read = readPaperCode(body.code)
    // The page tells these two apart by itself; here they are no code of a paper.
    if (!read.ok) throw new Refusal(read.code === 'form-code' || read.code === 'health-card-qr' ? 'statement-code-length' : read.code)
    const counts = { device: 'statement-check', network: 'statement-check-network', about: 'paper-check' } as const
    await countStranger(platform, { request, reply }, counts)
    return checks[read.paper.kind]({ code: read.paper.code, sha256: body.sha256 })
  })
}
