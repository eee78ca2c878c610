import { statSync } from 'node:fs'

import { Refusal } from '../refusal.ts'
import { findWall, wallSentence } from './check-reachable.mjs'
import { runProgram, type RunAs } from './run-program.ts'

/**
 * The account PostgreSQL runs as. An ordinary user: that user (null). Root: whoever owns the folder already,
 * else the system user `postgres`, made when missing, because PostgreSQL refuses to run as root.
 */
export async function chooseAccount(folder: string, programs: readonly string[]): Promise<RunAs> {
  if (process.getuid?.() !== 0) return null
  const owner = statSync(folder, { throwIfNoEntry: false })
  const account = owner !== undefined && owner.uid !== 0 ? { uid: owner.uid, gid: owner.gid } : await findOrMakePostgresUser()
  for (const path of [folder, ...programs]) {
    const wall = findWall(path, account)
    if (wall !== null && wall !== folder) throw refuseWall(wall)
  }
  return account
}

function refuseWall(wall: string): Refusal {
  const { vi, en } = wallSentence(wall)
  return new Refusal(vi, en)
}

async function findOrMakePostgresUser() {
  const found = await findPostgresUser()
  if (found !== null) return found
  await runProgram('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', 'postgres'])
  const made = await findPostgresUser()
  if (made !== null) return made
  throw new Refusal(
    'PostgreSQL không chạy bằng quyền root và không tạo được người dùng hệ thống "postgres". Hãy chạy bằng người dùng thường.',
    'PostgreSQL does not run as root and the system user "postgres" could not be made: run as an ordinary user.',
  )
}

async function findPostgresUser() {
  const [uid, gid] = await Promise.all([runProgram('id', ['-u', 'postgres']), runProgram('id', ['-g', 'postgres'])])
  return uid.code === 0 && gid.code === 0 ? { uid: Number(uid.output), gid: Number(gid.output) } : null
}
