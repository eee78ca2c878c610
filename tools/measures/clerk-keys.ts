import { makeForms } from './clerk-forms.ts'
import { CLERK, withClerk } from './clerk-system.ts'
import { type Measure, type MeasureContext, type MeasureLine, rounded, sumParts } from './measure-line.ts'
import { workForm } from './work-form.ts'

/** Kind of document (its key and one arrow) and four items. */
const MARK_KEYS = 6
/** Enough for each fault to come once. */
const FORMS = 60

async function measureKeys(context: MeasureContext): Promise<MeasureLine[]> {
  return withClerk(600, async (clerk, system) => {
    const forms = await makeForms(context, system, { ...CLERK, count: FORMS, faulty: true })
    const clean: number[] = []
    const returned: Record<string, number> = {}
    for (const form of [...forms.filter(({ fault }) => fault === null).slice(0, 3), ...forms.filter(({ fault }) => fault !== null)]) {
      clerk.takeCost()
      await workForm(clerk, form, `${system.citizenUrl}/to-khai`)
      const { keys } = clerk.takeCost()
      if (form.fault === null) clean.push(keys)
      else returned[form.fault] = Math.max(returned[form.fault] ?? 0, keys)
    }
    const ref = rounded(context.reference.measure(), 1)
    const most = Math.max(...clean)
    const { 'wrong-office': _office, 'past-grace': _grace, ...byReason } = returned
    const worst = Math.max(...Object.values(byReason))
    const parts = [
      {
        name: 'clerk-keys.clean',
        value: most,
        unit: 'keys from the scan to the decision, Ctrl counted',
        bar: '≤ 12',
        ok: most <= 12,
        ref,
      },
      { name: 'clerk-keys.beyond-marks', value: most - MARK_KEYS, unit: 'keys', bar: '≤ 6', ok: most - MARK_KEYS <= 6, ref },
      { name: 'clerk-keys.return', value: worst, unit: 'keys, the longest of six reasons', bar: '≤ 20', ok: worst <= 20, ref, ...returned },
    ]
    return [...parts, sumParts('clerk-keys', parts)]
  })
}

/** Keys of a clean case and of returns by reason, pressed in the real office app. */
export const measure: Measure = { name: 'clerk-keys', run: measureKeys }
