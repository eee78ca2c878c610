// Connection lost, server going away, too many connections, disk full, read-only.
const DATABASE_AWAY = new Set([
  'CONNECTION_CLOSED',
  'CONNECTION_ENDED',
  'CONNECTION_DESTROYED',
  'CONNECT_TIMEOUT',
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  '57P01',
  '57P02',
  '57P03',
  '57014',
  '53300',
  '53100',
  '53200',
  '08006',
  '25006',
  '40001',
  '40P01',
])

/** By the code of a driver's or server's error: the same may succeed in a moment. */
export const isDatabaseAway = (code: string): boolean => DATABASE_AWAY.has(code)
