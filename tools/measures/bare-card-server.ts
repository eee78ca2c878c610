import { hash } from 'node:crypto'

import Fastify from 'fastify'
import postgres from 'postgres'

/**
 * What the product's card read is compared with: Fastify with nothing registered, the same driver, the same two reads (session, then card).
 * No schema, no header of safety, no hook. Started with an IPC channel; says its port.
 */
const sql = postgres(process.env['DATABASE_URL'] ?? '', { max: 10, connection: { role: 'ansinh_app' } })
const server = Fastify({ logger: false })

server.get('/card', async (request, reply) => {
  const [, person = '', secret = ''] = /__Host-ansinh-session=([0-9a-z]+)\.([\w-]+)/.exec(request.headers.cookie ?? '') ?? []
  const personId = Number.parseInt(person, 36)
  const [session] = await sql<{ personId: string }[]>`
    SELECT s.person_id AS "personId" FROM sessions s JOIN accounts a USING (person_id)
    WHERE s.person_id = ${personId} AND a.person_id = ${personId} AND s.session_hash = ${hash('sha256', secret, 'buffer')}
      AND s.revoked_at IS NULL AND s.expires_at > now() AND s.last_seen_at > now() - interval '30 minutes' AND a.state = 'active'`
  if (session === undefined) return reply.code(401).send({ code: 'not-signed-in' })
  return sql`
    SELECT p.full_name AS "fullName", p.born_on_partial AS "bornOn", p.sex, c.health_card_number AS "healthCardNumber", c.legacy_card_number AS "legacyCardNumber",
      c.participant_group AS "participantGroup", c.coverage_level AS "coverageLevel", c.registered_facility_code AS "registeredFacilityCode", f.name AS "registeredFacilityName",
      c.area_code AS "areaCode", c.valid_from::text AS "validFrom", c.valid_to::text AS "validTo", c.continuous_since::text AS "continuousSince", c.issued_on::text AS "issuedOn",
      o.name AS "issuingOfficeName"
    FROM persons p
    JOIN health_cards c ON c.person_id = p.person_id AND NOT EXISTS (SELECT FROM health_card_endings e WHERE e.person_id = c.person_id AND e.card_id = c.card_id)
    LEFT JOIN health_facilities f ON f.facility_code = c.registered_facility_code AND f.valid_to IS NULL
    LEFT JOIN offices o ON o.office_id = c.issuing_office_id
    WHERE p.person_id = ${session.personId}`
})

await server.listen({ port: 0, host: '127.0.0.1' })
const address = server.server.address()
process.send?.({ port: typeof address === 'object' ? address?.port : 0 })
process.on('disconnect', () => process.exit(0))
