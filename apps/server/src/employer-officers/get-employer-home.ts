import { getEmployerHomeRoute } from '@an-sinh/contract'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { requireFound } from '../platform/refusal.ts'
import { inEmployerTransaction } from '../platform/transaction.ts'
import { countPeopleByState, findEmployerHome, listMergersInto } from './employer-officer-queries.ts'

export function getEmployerHome(server: Server, platform: Platform): void {
  addRoute(server, getEmployerHomeRoute, async ({ request }) => {
    const { employerId } = requireActor(request, 'employer')
    const { home, states, mergers } = await inEmployerTransaction(platform, async (transaction) => ({
      home: requireFound(await findEmployerHome(transaction, employerId), 'not-found'),
      states: await countPeopleByState(transaction, employerId),
      mergers: await listMergersInto(transaction, employerId),
    }))
    return {
      employer: { code: home.employerCode, name: home.employerName, address: home.employerAddress, kind: home.kind },
      office: { name: home.officeName, address: home.officeAddress, phone: home.officePhone },
      mergers: mergers.map(({ settledAt, ...merger }) => ({ ...merger, settledAt: settledAt.toISOString() })),
      people: states.reduce((sum, { people }) => sum + people, 0),
      states: [...states],
      asOf: home.asOf.toISOString(),
    }
  })
}
