import type { Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { askPhoneAtCounter } from './ask-phone-at-counter.ts'
import { cancelPhoneAtCounter } from './cancel-phone-at-counter.ts'
import { endMandateAtCounter } from './end-mandate-at-counter.ts'
import { giveMandateAtCounter } from './give-mandate-at-counter.ts'
import { moveAccount } from './move-account.ts'
import { openAccountDesk } from './open-account-desk.ts'
import { printCodeSlip } from './print-code-slip.ts'
import { provePhoneAtCounter } from './prove-phone-at-counter.ts'
import { reissueFirstPassword } from './reissue-first-password.ts'

/** Somebody stands at the counter with the original ID: look the account up, hold, release, stop, new phone, first password, mandate. */
export function registerAccountDesk(server: Server, platform: Platform): void {
  for (const register of [
    openAccountDesk,
    moveAccount,
    reissueFirstPassword,
    askPhoneAtCounter,
    provePhoneAtCounter,
    cancelPhoneAtCounter,
    giveMandateAtCounter,
    endMandateAtCounter,
    printCodeSlip,
  ])
    register(server, platform)
}
