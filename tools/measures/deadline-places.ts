import type { MeasureContext, MeasureLine } from './measure-line.ts'
export async function measureDeadlinePlaces(context: MeasureContext): Promise<MeasureLine> {
  return { name: 'deadline.places', value: 0, unit: 'x', bar: 'x', ok: false, ref: context.reference.measure() }
}
