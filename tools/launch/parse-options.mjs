import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

const REPOSITORY = fileURLToPath(new URL('../..', import.meta.url))

/**
 * @typedef {{ word: string, port: number, flag: string, variable: string }} NamedPort
 * @typedef {{ ports: { citizen: NamedPort, office: NamedPort, operations: NamedPort }, dataDir: string, databaseUrl: string | null,
 *   migratorUrl: string | null, demo: boolean, build: boolean, help: boolean }} LaunchOptions
 */

export const USAGE = `npm start -- [--citizen-port 4000] [--office-port 4001] [--operations-port 4002] [--data FOLDER] [--demo | --no-demo] [--no-build]

  --data FOLDER   cơ sở dữ liệu, tệp mã hoá, khoá, nhật ký (mặc định .data) / database, encrypted files, keys, logs
  --demo          với DATABASE_URL: đánh dấu cơ sở dữ liệu mới là bản thử và thêm người hư cấu / with DATABASE_URL: mark a new database as demo
  --no-demo       không thêm người hư cấu / no synthetic people
  --no-build      dùng bản web đã dựng / use the web apps as built before

  ANSINH_CITIZEN_PORT, ANSINH_OFFICE_PORT, ANSINH_OPERATIONS_PORT, ANSINH_DATA_DIR, DATABASE_URL, DATABASE_MIGRATOR_URL`

/**
 * What `npm start` was asked for, from its arguments and the environment (arguments win).
 * Demo people belong to the database this command makes itself; with DATABASE_URL they must be asked for.
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @returns {LaunchOptions}
 * @throws {Error} with a sentence
 */
export function parseOptions(args, env) {
  const values = readArguments(args)
  const databaseUrl = env['DATABASE_URL'] || null
  const data = values.data ?? env['ANSINH_DATA_DIR']
  return {
    ports: requireApart({
      citizen: parsePort(
        { word: 'ứng dụng người dân / citizen app', flag: '--citizen-port', variable: 'ANSINH_CITIZEN_PORT' },
        values['citizen-port'] ?? env['ANSINH_CITIZEN_PORT'] ?? '4000',
      ),
      office: parsePort(
        { word: 'ứng dụng cán bộ / office app', flag: '--office-port', variable: 'ANSINH_OFFICE_PORT' },
        values['office-port'] ?? env['ANSINH_OFFICE_PORT'] ?? '4001',
      ),
      operations: parsePort(
        { word: 'vận hành / operations', flag: '--operations-port', variable: 'ANSINH_OPERATIONS_PORT' },
        values['operations-port'] ?? env['ANSINH_OPERATIONS_PORT'] ?? '4002',
      ),
    }),
    dataDir: data ? resolve(env['INIT_CWD'] ?? '.', data) : join(REPOSITORY, '.data'),
    databaseUrl,
    migratorUrl: env['DATABASE_MIGRATOR_URL'] || null,
    demo: values['no-demo'] ? false : (values.demo ?? databaseUrl === null),
    build: !values['no-build'],
    help: values.help ?? false,
  }
}

/** @param {string[]} args */
function readArguments(args) {
  try {
    return parseArgs({
      args,
      options: {
        'citizen-port': { type: 'string' },
        'office-port': { type: 'string' },
        'operations-port': { type: 'string' },
        data: { type: 'string' },
        demo: { type: 'boolean' },
        'no-demo': { type: 'boolean' },
        'no-build': { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    }).values
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`, { cause: error })
  }
}

/**
 * @param {Omit<NamedPort, 'port'>} name
 * @param {string} text
 * @returns {NamedPort}
 */
function parsePort(name, text) {
  const port = Number(text)
  if (!/^\d+$/.test(text) || port < 1 || port > 65_535) {
    throw new Error(
      `"${text}" không phải số cổng (${name.flag}, ${name.variable}: từ 1 đến 65535).\n"${text}" is not a port number (1 to 65535).`,
    )
  }
  return { ...name, port }
}

/**
 * @param {LaunchOptions['ports']} ports
 * @returns {LaunchOptions['ports']}
 */
function requireApart(ports) {
  const all = Object.values(ports)
  for (const one of all) {
    const other = all.find(({ port, flag }) => port === one.port && flag !== one.flag)
    if (other !== undefined)
      throw new Error(
        `${one.flag} và ${other.flag} cùng là ${one.port}; hãy chọn hai cổng khác nhau.\n${one.flag} and ${other.flag} are both ${one.port}.`,
      )
  }
  return ports
}
