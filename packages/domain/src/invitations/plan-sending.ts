import type { RolloutState } from '../rollouts/index.ts'
import { type InvitationStep, invitationStepOf } from './invitation-rules.ts'

/** Somebody who might be written to. `recipient`: the address behind its keyed hash; null where the list has none that works. */
export type InvitationCandidate = {
  readonly entryId: string
  readonly state: RolloutState
  readonly hasAccount: boolean
  readonly recipient: string | null
  readonly hasStopped: boolean
  readonly wasTold: boolean
}
export const LEFT_OUT_REASONS = ['has-account', 'nothing-to-do', 'no-address', 'wants-none', 'told-already', 'over-budget'] as const
export type LeftOutReason = (typeof LEFT_OUT_REASONS)[number]
export type SendingPlan = {
  readonly send: readonly { readonly entryId: string; readonly recipient: string; readonly step: InvitationStep }[]
  readonly leftOut: Readonly<Record<LeftOutReason, number>>
  readonly parts: number
}

/** Who is written to, and why the others are not; one message for each address, and no part more than are left. */
export function planSending(
  candidates: readonly InvitationCandidate[],
  partsOf: (step: InvitationStep) => number,
  partsLeft: number,
): SendingPlan {
  const leftOut: Record<LeftOutReason, number> = Object.fromEntries(LEFT_OUT_REASONS.map((reason) => [reason, 0])) as never
  const send: { entryId: string; recipient: string; step: InvitationStep }[] = []
  const taken = new Set<string>()
  let parts = 0
  for (const { entryId, state, hasAccount, recipient, hasStopped, wasTold } of candidates) {
    const step = invitationStepOf(state)
    const reason: LeftOutReason | null = hasAccount
      ? 'has-account'
      : step === null
        ? 'nothing-to-do'
        : recipient === null
          ? 'no-address'
          : hasStopped
            ? 'wants-none'
            : wasTold || taken.has(recipient)
              ? 'told-already'
              : parts + partsOf(step) > partsLeft
                ? 'over-budget'
                : null
    if (reason !== null || step === null || recipient === null) {
      if (reason !== null) leftOut[reason] += 1
      continue
    }
    taken.add(recipient)
    parts += partsOf(step)
    send.push({ entryId, recipient, step })
  }
  return { send, leftOut, parts }
}
