import { randomBytes } from 'node:crypto'
import { join } from 'node:path'

import postgres from 'postgres'

import { migrate } from '../../apps/server/src/platform/migrate.ts'
import { REPOSITORY } from '../prepare.mjs'
import { dumpCatalogue } from './dump-catalogue.ts'

/** Migrates a database made for the purpose on the server of this superuser's address, and reads its schema back. */
export async function dumpMigrated(adminUrl: string): Promise<string> {
  const name = `ansinh_schema_${randomBytes(4).toString('hex')}`
  const admin = postgres(adminUrl, { max: 1, onnotice: () => undefined })
  try {
    await admin.unsafe(`CREATE DATABASE ${name} TEMPLATE template0 ENCODING 'UTF8'`)
    const url = new URL(adminUrl)
    url.pathname = `/${name}`
    const folder = join(REPOSITORY, 'database', 'migrations')
    await migrate({ url: url.href, folder, appPassword: null, markDemo: false, tell: () => undefined })
    const sql = postgres(url.href, { max: 1 })
    try {
      return await dumpCatalogue(sql)
    } finally {
      await sql.end()
    }
  } finally {
    await admin.unsafe(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
    await admin.end()
  }
}
