import type { Queryable } from '../platform/sql.ts'

export type SubscriptionRow = { subscriptionId: string; endpointEncrypted: Buffer }

/** A browser's address of this person, once, however often it is handed in. */
export async function insertSubscription(
  sql: Queryable,
  personId: number,
  endpoint: { hmac: Buffer; seal: (subscriptionId: string) => Buffer; subscriptionId: string },
): Promise<string> {
  const [made] = await sql<{ subscriptionId: string }[]>`
    INSERT INTO push_subscriptions (person_id, subscription_id, endpoint_hmac, endpoint_encrypted)
    VALUES (${personId}, ${endpoint.subscriptionId}, ${endpoint.hmac}, ${endpoint.seal(endpoint.subscriptionId)})
    ON CONFLICT DO NOTHING RETURNING subscription_id AS "subscriptionId"`
  if (made !== undefined) return made.subscriptionId
  const [known] = await sql<{ subscriptionId: string }[]>`
    SELECT subscription_id AS "subscriptionId" FROM push_subscriptions WHERE person_id = ${personId} AND endpoint_hmac = ${endpoint.hmac}`
  if (known === undefined) throw new Error('subscription neither made nor found')
  return known.subscriptionId
}

/** The newest ones: nobody has more browsers than that. */
export async function listSubscriptions(sql: Queryable, personId: number, limit: number): Promise<SubscriptionRow[]> {
  return [
    ...(await sql<SubscriptionRow[]>`
      SELECT subscription_id AS "subscriptionId", endpoint_encrypted AS "endpointEncrypted" FROM push_subscriptions
      WHERE person_id = ${personId} ORDER BY made_at DESC LIMIT ${limit}`),
  ]
}

/** Of many people at once, the newest `limit` of each. */
export async function listSubscriptionsOf(
  sql: Queryable,
  personIds: readonly number[],
  limit: number,
): Promise<(SubscriptionRow & { personId: number })[]> {
  return [
    ...(await sql<(SubscriptionRow & { personId: number })[]>`
      SELECT "personId", "subscriptionId", "endpointEncrypted" FROM (
        SELECT person_id AS "personId", subscription_id AS "subscriptionId", endpoint_encrypted AS "endpointEncrypted",
          row_number() OVER (PARTITION BY person_id ORDER BY made_at DESC) AS nth FROM push_subscriptions WHERE person_id = ANY(${[...personIds]}::bigint[])) s
      WHERE nth <= ${limit}`),
  ]
}

export async function deleteSubscription(sql: Queryable, personId: number, subscriptionId: string): Promise<void> {
  await sql`DELETE FROM push_subscriptions WHERE person_id = ${personId} AND subscription_id = ${subscriptionId}`
}

/** Addresses that a push service called gone. Answers how many went. */
export async function deleteGoneSubscriptions(sql: Queryable): Promise<number> {
  const { count } = await sql`
    DELETE FROM push_subscriptions s USING messages m
    WHERE m.person_id = s.person_id AND m.recipient_hmac = s.endpoint_hmac AND m.channel = 'push' AND m.failure_code = 'push-gone' AND m.final_at >= s.made_at`
  return count
}
