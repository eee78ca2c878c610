import { randomUUID } from 'node:crypto'
import { isPushEndpoint } from '../messages/index.ts'
import type { Keyring } from '../platform/keyring.ts'
import type { Platform } from '../platform/platform.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Queryable } from '../platform/sql.ts'
import { insertSubscription, listSubscriptions, listSubscriptionsOf, type SubscriptionRow } from './subscription-queries.ts'

const MOST_BROWSERS = 10

/**
 * Keeps where a browser is rung, encrypted.
 * @throws Refusal `push-service-unknown`
 */
export async function keepPushAddress({ keyring, settings, sql }: Platform, personId: number, endpoint: string): Promise<string> {
  if (!isPushEndpoint(endpoint, settings.pushHosts)) throw new Refusal('push-service-unknown')
  return insertSubscription(sql, personId, {
    subscriptionId: randomUUID(),
    // As the outbox hashes its recipients: so that what a push service calls gone is found again.
    hmac: keyring.hmac('phone', endpoint),
    seal: (subscriptionId) => keyring.encrypt('push', endpoint, subscriptionId),
  })
}

const open = (keyring: Keyring, { subscriptionId, endpointEncrypted }: SubscriptionRow) => ({
  subscriptionId,
  endpoint: keyring.decrypt('push', endpointEncrypted, subscriptionId).toString('utf8'),
})

/** Where this person's browsers are rung. */
export async function listPushAddresses(
  { keyring }: { keyring: Keyring },
  sql: Queryable,
  personId: number,
): Promise<{ subscriptionId: string; endpoint: string }[]> {
  return (await listSubscriptions(sql, personId, MOST_BROWSERS)).map((row) => open(keyring, row))
}

/** Where the browsers of many people are rung. */
export async function listPushAddressesOf(
  { keyring }: { keyring: Keyring },
  sql: Queryable,
  personIds: readonly number[],
): Promise<ReadonlyMap<number, { subscriptionId: string; endpoint: string }[]>> {
  const addresses = new Map<number, { subscriptionId: string; endpoint: string }[]>()
  for (const { personId, ...row } of await listSubscriptionsOf(sql, personIds, MOST_BROWSERS))
    addresses.set(personId, [...(addresses.get(personId) ?? []), open(keyring, row)])
  return addresses
}
