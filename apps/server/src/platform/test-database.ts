import { randomBytes } from 'node:crypto'

import postgres from 'postgres'
import { inject } from 'vitest'

declare module 'vitest' {
  interface ProvidedContext {
    /** Superuser's address, the name of the migrated template, the password of the role ansinh_app. */
    database: { adminUrl: string; template: string; appPassword: string }
  }
}

export type TestDatabase = {
  /** Superuser's address of this database: what `DATABASE_MIGRATOR_URL` is in production. */
  migratorUrl: string
  /** Address for the role ansinh_app: what `DATABASE_URL` is in production. */
  appUrl: string
  /** Removes the database, open connections included. */
  drop(): Promise<void>
}

/** A fresh, migrated, empty database for one test file, copied from the template (about 0.1 s). */
export async function createTestDatabase(): Promise<TestDatabase> {
  const { adminUrl, template, appPassword } = inject('database')
  const name = `${template}_${randomBytes(5).toString('hex')}`
  await runAsAdmin(adminUrl, `CREATE DATABASE ${name} TEMPLATE ${template}`)
  return {
    migratorUrl: addressOf(adminUrl, name),
    appUrl: addressOf(adminUrl, name, { user: 'ansinh_app', password: appPassword }),
    drop: () => runAsAdmin(adminUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  }
}

async function runAsAdmin(adminUrl: string, statement: string): Promise<void> {
  const admin = postgres(adminUrl, { max: 1, onnotice: () => undefined })
  try {
    await admin.unsafe(statement)
  } finally {
    await admin.end()
  }
}

function addressOf(adminUrl: string, database: string, role?: { user: string; password: string }): string {
  const address = new URL(adminUrl)
  address.pathname = `/${database}`
  if (role !== undefined) {
    address.username = role.user
    address.password = role.password
  }
  return address.href
}
