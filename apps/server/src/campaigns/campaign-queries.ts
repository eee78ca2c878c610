import type { CampaignTargets, CivilDate } from '@an-sinh/domain'
import type { Queryable } from '../platform/sql.ts'

export type CampaignRow = {
  campaignId: string
  version: number
  officeId: number
  officeName: string
  name: string
  fromOn: CivilDate
  toOn: CivilDate
  targets: CampaignTargets
  ended: boolean
  changedBy: string
  changedAt: Date
}

const selectCampaigns = (sql: Queryable) => sql`
  SELECT c.campaign_id AS "campaignId", c.version, c.office_id AS "officeId", o.name AS "officeName", c.name, c.from_on AS "fromOn", c.to_on AS "toOn",
    jsonb_build_object('registered', c.registered_percent, 'handed-in', c.handed_in_percent, 'approved', c.approved_percent, 'signed-in', c.signed_in_percent) AS targets,
    c.ended, s.full_name AS "changedBy", c.recorded_at AS "changedAt"
  FROM campaigns c JOIN offices o ON o.office_id = c.office_id JOIN staff_users s ON s.staff_id = c.staff_id`

/** As they stand, of these offices, newest first, at most 100. */
export async function listCampaigns(sql: Queryable, officeIds: readonly number[]): Promise<CampaignRow[]> {
  return [
    ...(await sql<CampaignRow[]>`${selectCampaigns(sql)} WHERE c.office_id = ANY(${[...officeIds]}::integer[])
      AND c.version = (SELECT max(version) FROM campaigns l WHERE l.campaign_id = c.campaign_id) ORDER BY c.from_on DESC, c.campaign_id LIMIT 100`),
  ]
}

/** Every version of one, newest first. */
export async function listVersions(sql: Queryable, campaignId: string): Promise<CampaignRow[]> {
  return [...(await sql<CampaignRow[]>`${selectCampaigns(sql)} WHERE c.campaign_id = ${campaignId} ORDER BY c.version DESC`)]
}

export type NewVersion = Pick<CampaignRow, 'campaignId' | 'version' | 'officeId' | 'name' | 'fromOn' | 'toOn' | 'targets' | 'ended'> & {
  staffId: number
}

/** False when this version is there already: somebody was quicker. */
export async function insertVersion(sql: Queryable, row: NewVersion): Promise<boolean> {
  const { targets } = row
  const made = await sql`
    INSERT INTO campaigns (campaign_id, version, office_id, name, from_on, to_on, registered_percent, handed_in_percent, approved_percent, signed_in_percent, ended, staff_id)
    VALUES (${row.campaignId}, ${row.version}, ${row.officeId}, ${row.name}, ${row.fromOn}, ${row.toOn}, ${targets.registered}, ${targets['handed-in']}, ${targets.approved},
      ${targets['signed-in']}, ${row.ended}, ${row.staffId})
    ON CONFLICT DO NOTHING`
  return made.count > 0
}

export async function findEmployerOffice(sql: Queryable, employerId: number): Promise<number | null> {
  const [row] = await sql<{ officeId: number }[]>`SELECT office_id AS "officeId" FROM employers WHERE employer_id = ${employerId}`
  return row?.officeId ?? null
}

/** False when somebody set another one at the same moment. */
export async function insertEmployerTarget(
  sql: Queryable,
  row: { campaignId: string; employerId: number; registeredPercent: number | null; staffId: number },
): Promise<boolean> {
  const made = await sql`
    INSERT INTO campaign_employer_targets (campaign_id, employer_id, version, registered_percent, staff_id)
    SELECT ${row.campaignId}, ${row.employerId}, coalesce(max(version), 0) + 1, ${row.registeredPercent}::smallint, ${row.staffId}
    FROM campaign_employer_targets WHERE campaign_id = ${row.campaignId} AND employer_id = ${row.employerId}
    ON CONFLICT DO NOTHING`
  return made.count > 0
}
