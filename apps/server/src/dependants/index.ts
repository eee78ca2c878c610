import type { Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { decideDependant } from './decide-dependant.ts'
import { eraseCertificates } from './erase-certificates-job.ts'
import { getCertificate } from './get-certificate.ts'
import { getDependantCase } from './get-dependant-case.ts'
import { listDependantQueue } from './list-dependant-queue.ts'
import { listDependantRequests } from './list-dependant-requests.ts'
import { finishCertificate, sendCertificate } from './send-certificate.ts'
import { startDependantRequest } from './start-dependant-request.ts'
import { withdrawDependantRequest } from './withdraw-dependant-request.ts'

export { eraseCertificates }

/** A guardian declares a child; a clerk decides on file. */
export function registerDependants(server: Server, platform: Platform): void {
  for (const register of [
    startDependantRequest,
    listDependantRequests,
    sendCertificate,
    finishCertificate,
    withdrawDependantRequest,
    listDependantQueue,
    getDependantCase,
    getCertificate,
    decideDependant,
  ])
    register(server, platform)
}

/** By night: birth certificates past their time. */
export async function startDependantJobs(platform: Platform): Promise<void> {
  await platform.jobs.work('erase-certificates', async () =>
    platform.log.info({ erased: await eraseCertificates(platform) }, 'birth certificates erased'),
  )
  await platform.jobs.schedule('erase-certificates', '50 2 * * *')
}
