import { randomUUID } from 'node:crypto'

import type { Case } from '@an-sinh/contract'
import { CHECKLIST_ITEM_CODES } from '@an-sinh/domain'

import { currentTotp } from '../staff/index.ts'
import type { DemoApp } from './demo-app.ts'
import { DemoBrowser } from './demo-browser.ts'
import { DEMO_PASSWORD, demoTotpSecret } from './demo-staff.ts'

export type Outcome = { kind: 'receive' } | { kind: 'approve' } | { kind: 'return' | 'refuse'; reasonCode: string }

/** Signs a colleague in with password and second factor. */
export async function signInStaff({ server, platform }: DemoApp, userName: string): Promise<DemoBrowser> {
  const browser = new DemoBrowser(server)
  await browser.must('POST', '/api/staff/sessions', { userName, password: DEMO_PASSWORD })
  const code = currentTotp(demoTotpSecret(platform.keyring, userName))
  await browser.must('POST', '/api/staff/sessions/second-factor', { code })
  return browser
}

const decide = (browser: DemoBrowser, found: Case, outcome: Exclude<Outcome, { kind: 'receive' }>): Promise<Case> =>
  browser.must<Case>('POST', `/api/counter/registrations/${found.registrationId}/decision`, {
    decisionId: randomUUID(),
    version: found.version,
    kind: outcome.kind,
    personId: outcome.kind === 'approve' ? (found.persons[0]?.personId ?? null) : null,
    documentKind: 'cccd-chip',
    checklist: [...CHECKLIST_ITEM_CODES],
    reasonCodes: outcome.kind === 'approve' ? [] : [outcome.reasonCode],
  })

/** The letter's step 3 at the desk: open the case, take the paper, and decide unless it is only received. */
export async function workCase(browser: DemoBrowser, registrationId: string, outcome: Outcome): Promise<void> {
  const url = `/api/counter/registrations/${registrationId}`
  const { version } = await browser.must<Case>('GET', url)
  const received = await browser.must<Case>('POST', `${url}/receipt`, { version })
  if (outcome.kind !== 'receive') await decide(browser, received, outcome)
}
