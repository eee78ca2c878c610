import type { LimitName } from './limits.ts'
import type { Platform } from './platform.ts'
import { Refusal } from './refusal.ts'

/** Counts one try; whether it is one too many, for who answers that otherwise than by a refusal. */
export async function isOver({ limits }: Platform, name: LimitName, key: string): Promise<boolean> {
  try {
    await limits.consume(name, key)
    return false
  } catch (error) {
    if (error instanceof Refusal && error.code === 'too-many') return true
    throw error
  }
}
