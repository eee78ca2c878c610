import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { runCli } from './launch/fill-database.ts'
import { parseOptions } from './launch/parse-options.mjs'
import { sayAndFail } from './prepare.mjs'
import { Refusal } from './refusal.ts'

/**
 * `npm run sign-ins [-- --data FOLDER]`: the demo sign-ins with the one-time codes of this moment, from the demo that `npm start` runs
 * (or from DATABASE_URL).
 */
function findDatabaseUrl(dataDir: string): string {
  const pidFile = join(dataDir, 'database', 'postgres', 'postmaster.pid')
  if (!existsSync(pidFile))
    throw new Refusal('An Sinh chưa chạy trên thư mục này; hãy chạy npm start trước.', 'Nothing runs on this data folder: npm start first.')
  const port = readFileSync(pidFile, 'utf8').split('\n')[3]
  const password = readFileSync(join(dataDir, 'app-password'), 'utf8').trim()
  return `postgres://ansinh_app:${password}@127.0.0.1:${port}/ansinh`
}

try {
  const { dataDir, databaseUrl } = parseOptions(process.argv.slice(2), process.env)
  const env = { ANSINH_DATA_DIR: dataDir, DATABASE_URL: databaseUrl ?? findDatabaseUrl(dataDir) }
  console.log((await runCli('demo-sign-ins', env)).trim())
} catch (error) {
  sayAndFail(error)
}
