import type { ReferenceLoop } from './reference-loop.ts'

/** One bar as it is printed. `ref`: the fixed reference loop of the same minute, in its own unit (see reference-loop.ts). */
export type MeasureLine = { name: string; value: number; unit: string; bar: string; ok: boolean; ref: number; [detail: string]: unknown }

export type MeasureContext = {
  /** Heavy sizes. */
  full: boolean
  /** How many people, where a bar has a size of its own and the caller another. */
  people: number | null
  /** How many times, where a bar repeats one thing and the caller wants fewer or more. */
  runs: number | null
  /** The screens whose names begin so, where a bar visits screens; null: all of them, journeys included. */
  only: string | null
  reference: ReferenceLoop
  /** Done when all bars of this run are measured: what several of them share is closed here. */
  atEnd: (work: () => Promise<void>) => void
  tell: (line: string) => void
}

/** A bar: prints its parts, and **last** one line with the bar's own name and its worst part. */
export type Measure = { name: string; run: (context: MeasureContext) => Promise<MeasureLine[]> }

/** The last line of a bar with several parts: not ok when one part is not; the value counts the parts that failed. */
export function sumParts(name: string, parts: readonly MeasureLine[]): MeasureLine {
  const worst = parts.find((part) => !part.ok) ?? parts.at(-1)
  if (worst === undefined) return { name, value: 0, unit: 'parts', bar: 'at least one part', ok: false, ref: 0 }
  return { ...worst, name, part: worst.name, ok: parts.every((part) => part.ok) }
}

/** Value at a share of the sorted list, e.g. 0.95. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN
}

export const rounded = (value: number, digits = 2): number => Number(value.toFixed(digits))
