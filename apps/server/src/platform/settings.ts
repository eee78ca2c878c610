import { join } from 'node:path'

/** Idle and in all. */
type SessionTimes = { idleMinutes: number; hours: number }

/** Everything the outside may set, read once and named; no other file reads the environment. */
export type Settings = {
  databaseUrl: string
  dataDir: string
  citizenPort: number
  officePort: number
  operationsPort: number
  bindAddress: string
  /** Addresses of our own reverse proxies, comma-separated: only from them is a caller's address believed second-hand. */
  trustedProxies: string | null
  citizenOrigin: string
  smsGateway: 'inbox' | 'smpp'
  smpp: { url: string; systemId: string; password: string; sender: string } | null
  emailUrl: string | null
  /** Push services that may be rung, with their sub-domains. */
  pushHosts: string[]
  keyFile: string
  auditHeadsFile: string
  undoSeconds: number
  /** How many of a hundred approvals a second person looks at, and whether signals ask for one; `off` asks for none. */
  secondChecks: { percent: number; forSignals: boolean }
  citizenSession: SessionTimes
  staffSession: SessionTimes
  logLevel: string
  hotline: string
  /** Where the pictures under the map of look-ups come from, and whom the map names for them; none: the map stands on a plain grid. */
  mapTiles: { url: string; attribution: string } | null
  databasePoolSize: number
}

const port = (text: string | undefined, fallback: number): number => {
  const value = Number(text ?? fallback)
  if (!Number.isInteger(value) || value < 0 || value > 65_535) throw new Error(`Cổng không hợp lệ / not a port: ${text}`)
  return value
}

const parseSession = (env: NodeJS.ProcessEnv, prefix: string, usual: SessionTimes): SessionTimes => ({
  idleMinutes: Number(env[`${prefix}_IDLE_MINUTES`] ?? usual.idleMinutes),
  hours: Number(env[`${prefix}_HOURS`] ?? usual.hours),
})

const parseSecondChecks = (text: string | undefined): Settings['secondChecks'] => {
  if (text === 'off') return { percent: 0, forSignals: false }
  const percent = Number(text ?? 2)
  if (!Number.isFinite(percent) || percent < 0 || percent > 100)
    throw new Error(`ANSINH_SECOND_CHECKS phải là số từ 0 đến 100, hoặc off / must be 0 to 100, or off: ${text}`)
  return { percent, forSignals: true }
}

const isOwnMachine = (host: string): boolean => host === 'localhost' || host === '127.0.0.1'

/** One source with {z}, {x} and {y} in its path: the browser is allowed to fetch pictures from its host and from no other. */
const parseMapTiles = (url: string | undefined, attribution: string | undefined): Settings['mapTiles'] => {
  if (url === undefined || url === '') return null
  const parsed = URL.canParse(url) ? new URL(url) : null
  const places = [...url.matchAll(/\{(\w+)\}/gu)].map(([, name]) => name)
  const isWhole = places.length === 3 && ['x', 'y', 'z'].every((name) => places.includes(name))
  const isSafe = parsed !== null && (parsed.protocol === 'https:' || (parsed.protocol === 'http:' && isOwnMachine(parsed.hostname)))
  if (!isSafe || !isWhole || /[{};,\s'"*]/u.test(parsed.host))
    throw new Error(
      `ANSINH_MAP_TILES_URL phải là địa chỉ https có {z}, {x}, {y} trong đường dẫn / must be an https address with {z}, {x}, {y} in its path: ${url}`,
    )
  if (attribution === undefined || attribution.trim() === '')
    throw new Error('Thiếu ANSINH_MAP_TILES_ATTRIBUTION: nguồn bản đồ phải được ghi / the source of the map must be named')
  return { url, attribution: attribution.trim() }
}

/** Chrome and Android, Firefox, Safari, Edge. */
const PUSH_HOSTS = 'fcm.googleapis.com,push.services.mozilla.com,push.apple.com,notify.windows.com'

/** Parses the process environment. @throws Error with a sentence naming the variable. */
export function parseSettings(env: NodeJS.ProcessEnv): Settings {
  const databaseUrl = env['DATABASE_URL']
  if (databaseUrl === undefined) throw new Error('Thiếu DATABASE_URL / DATABASE_URL is missing')
  const dataDir = env['ANSINH_DATA_DIR'] ?? '.data'
  const smppUrl = env['ANSINH_SMPP_URL']
  const citizenPort = port(env['ANSINH_CITIZEN_PORT'], 4000)
  return {
    databaseUrl,
    dataDir,
    citizenPort,
    officePort: port(env['ANSINH_OFFICE_PORT'], 4001),
    operationsPort: port(env['ANSINH_OPERATIONS_PORT'], 4002),
    bindAddress: env['ANSINH_BIND_ADDRESS'] ?? '127.0.0.1',
    trustedProxies: env['ANSINH_TRUSTED_PROXIES'] ?? null,
    citizenOrigin: env['ANSINH_CITIZEN_ORIGIN'] ?? `http://localhost:${citizenPort}`,
    smsGateway: env['ANSINH_SMS_GATEWAY'] === 'smpp' ? 'smpp' : 'inbox',
    smpp:
      smppUrl === undefined
        ? null
        : {
            url: smppUrl,
            systemId: env['ANSINH_SMPP_SYSTEM_ID'] ?? 'ansinh',
            password: env['ANSINH_SMPP_PASSWORD'] ?? '',
            sender: env['ANSINH_SMPP_SENDER'] ?? 'AN SINH',
          },
    emailUrl: env['ANSINH_EMAIL_URL'] ?? null,
    pushHosts: (env['ANSINH_PUSH_HOSTS'] ?? PUSH_HOSTS).split(','),
    keyFile: env['ANSINH_KEY_FILE'] ?? join(dataDir, 'keys.json'),
    auditHeadsFile: env['ANSINH_AUDIT_HEADS_FILE'] ?? join(dataDir, 'audit-heads.log'),
    secondChecks: parseSecondChecks(env['ANSINH_SECOND_CHECKS']),
    undoSeconds: Number(env['ANSINH_UNDO_SECONDS'] ?? 20),
    citizenSession: parseSession(env, 'ANSINH_SESSION', { idleMinutes: 30, hours: 12 }),
    staffSession: parseSession(env, 'ANSINH_STAFF_SESSION', { idleMinutes: 15, hours: 8 }),
    logLevel: env['ANSINH_LOG_LEVEL'] ?? 'info',
    hotline: env['ANSINH_HOTLINE'] ?? '1900 9068',
    mapTiles: parseMapTiles(env['ANSINH_MAP_TILES_URL'], env['ANSINH_MAP_TILES_ATTRIBUTION']),
    databasePoolSize: Number(env['ANSINH_DATABASE_POOL'] ?? 10),
  }
}
