import { getMeRoute, type Me } from '@an-sinh/contract'
import { maskPhone } from '@an-sinh/domain'
import { getPerson, type PersonRow } from '../persons/index.ts'
import { requireActor } from '../platform/actor.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { requireFound } from '../platform/refusal.ts'
import { asksForWard } from '../reference/index.ts'
import { findAccountRow } from './account-queries.ts'
import { personTagOf } from '../platform/person-tag.ts'

/** Asked for outside of any transaction: it reads a reference list. */
export const toMe = async (platform: Platform, person: PersonRow, phone: string): Promise<Me> => ({
  fullName: person.fullName,
  insuranceNumber: person.insuranceNumber,
  bornOn: person.bornOn,
  sex: person.sex,
  phoneMasked: maskPhone(phone),
  personTag: personTagOf(platform, person.personId),
  asksWard: await asksForWard(platform.sql, person.wardCode),
})

export function getMe(server: Server, platform: Platform): void {
  addRoute(server, getMeRoute, async ({ request }) => {
    const { personId } = requireActor(request, 'citizen')
    const account = requireFound(await findAccountRow(platform.sql, personId), 'not-signed-in')
    return toMe(platform, await getPerson(platform.sql, personId), account.phone)
  })
}
