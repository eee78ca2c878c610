import type { Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { addPasskey } from './add-passkey.ts'
import { listPasskeys } from './list-passkeys.ts'
import { deleteSpentChallenges } from './passkey-queries.ts'
import { removePasskey } from './remove-passkey.ts'
import { renamePasskey } from './rename-passkey.ts'
import { deleteOutdatedStepUps } from '../step-ups/index.ts'
import { signInByPasskey } from './sign-in-by-passkey.ts'
import { stepUpByPasskey } from './step-up-by-passkey.ts'
import { startPasskey } from './start-passkey.ts'
import { startPasskeySignIn } from './start-passkey-sign-in.ts'

export { deletePasskeys } from './passkey-queries.ts'

/** Signing in by the lock of one's own device. */
export function registerPasskeys(server: Server, platform: Platform): void {
  const own = [listPasskeys, startPasskey, addPasskey, renamePasskey, removePasskey, stepUpByPasskey]
  for (const register of [...own, startPasskeySignIn, signInByPasskey]) register(server, platform)
}

/** By night: challenges that were answered, and proofs that mean nothing any more. */
export async function startPasskeyJobs(platform: Platform): Promise<void> {
  await platform.jobs.work('erase-spent-challenges', async () =>
    platform.log.info(
      { challenges: await deleteSpentChallenges(platform.sql), stepUps: await deleteOutdatedStepUps(platform.sql) },
      'spent challenges erased',
    ),
  )
  await platform.jobs.schedule('erase-spent-challenges', '25 3 * * *')
}
