import { setTimeout as pause } from 'node:timers/promises'

import { ApiClient } from './api-client.ts'
import { type Form, makeForms } from './clerk-forms.ts'
import { CLERK, withClerk } from './clerk-system.ts'
import { type Measure, type MeasureContext, type MeasureLine, percentile, rounded, sumParts } from './measure-line.ts'
import type { RunningSystem } from './running-system.ts'
import { type Cost, OPERATORS, type ScriptedClerk, secondsOf } from './scripted-clerk.ts'
import { decideForm, workForm } from './work-form.ts'

const FORMS = 200
/** Enough for a look in passing: `--full` works all two hundred. */
const SOME_FORMS = 40
const NEXT_CASES = 15

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length

/** Papers that came in before and wait to be checked: the queue through which `J` leads. */
async function receiveForms(system: RunningSystem, clerk: ScriptedClerk, forms: readonly Form[]): Promise<void> {
  const cookies = await clerk.page.context().cookies()
  const client = new ApiClient(system.officeUrl)
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  for (const { registrationId } of forms) {
    const path = `/api/counter/registrations/${registrationId}`
    const { body } = await client.must('GET', path, undefined, { cookie })
    await client.must('POST', `${path}/receipt`, { version: body['version'] }, { cookie, origin: system.officeUrl })
  }
}

/** From the key to the next case on the screen, one after the other through the queue of received forms. */
async function walkQueue(clerk: ScriptedClerk, forms: readonly Form[]): Promise<number[]> {
  const { page } = clerk
  await page.keyboard.press('q')
  await page.getByRole('heading', { level: 1, name: 'Hàng chờ của cơ quan' }).waitFor()
  await page.getByRole('tab', { name: /^Đã nhận, chờ đối chiếu/ }).click()
  await page.getByRole('row').nth(1).click()
  const waits: number[] = []
  const byName = new Map(forms.map((form) => [form.someone.fullName, form]))
  for (let at = 0; at < NEXT_CASES; at += 1) {
    const title = page.locator('.case-head h1')
    await title.waitFor()
    const name = await title.innerText()
    const form = byName.get(name)
    if (form === undefined) throw new Error(`${name} is not among the received forms`)
    await decideForm(clerk, form)
    // One look at what was done, as long as a look is.
    await pause(OPERATORS.mental * 1000)
    const next = page.waitForFunction((before) => {
      const now = document.querySelector('.case-head h1')?.textContent
      return now !== undefined && now !== before && document.querySelector('.comparison') !== null
    }, name)
    const begun = performance.now()
    await page.keyboard.press('j')
    await next
    waits.push(performance.now() - begun)
  }
  return waits
}

const toLines = (context: MeasureContext, costs: readonly Cost[], next: readonly number[]): MeasureLine[] => {
  const ref = rounded(context.reference.measure(), 1)
  const seconds = costs.map(secondsOf)
  const waits = costs.map((cost) => cost.waitedMs / 1000)
  const [time, wait, ahead] = [rounded(mean(seconds)), rounded(percentile(waits, 0.95)), Math.round(percentile(next, 0.95))]
  return [
    {
      name: 'clerk-time.form',
      value: time,
      unit: `s a form, mean of ${costs.length}`,
      bar: '≤ 63',
      ok: time <= 63,
      ref,
      p50: rounded(percentile(seconds, 0.5)),
      max: rounded(Math.max(...seconds)),
      keys: rounded(mean(costs.map(({ keys }) => keys)), 1),
    },
    {
      name: 'clerk-time.wait',
      value: wait,
      unit: 's of waiting for the system a form, p95',
      bar: '≤ 1.5',
      ok: wait <= 1.5,
      ref,
      p50: rounded(percentile(waits, 0.5)),
    },
    {
      name: 'clerk-time.next',
      value: ahead,
      unit: `ms to the next case, p95 of ${next.length}`,
      bar: '≤ 300',
      ok: ahead <= 300,
      ref,
      p50: Math.round(percentile(next, 0.5)),
    },
  ]
}

async function measureTime(context: MeasureContext): Promise<MeasureLine[]> {
  const count = context.runs ?? (context.full ? FORMS : SOME_FORMS)
  return withClerk(Math.max(600, count * 3), async (clerk, system) => {
    const forms = await makeForms(context, system, { ...CLERK, count, faulty: true })
    const costs: Cost[] = []
    for (const form of forms) {
      await workForm(clerk, form, `${system.citizenUrl}/to-khai`)
      costs.push(clerk.takeCost())
    }
    const received = await makeForms(context, system, { ...CLERK, count: NEXT_CASES + 2, faulty: false })
    await receiveForms(system, clerk, received)
    const parts = toLines(context, costs, await walkQueue(clerk, received))
    return [...parts, sumParts('clerk-time', parts)]
  })
}

/** A scripted clerk of fixed operators over mixed forms, 15 % of them faulty in eight ways, in the real office app. */
export const measure: Measure = { name: 'clerk-time', run: measureTime }
