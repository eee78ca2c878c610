import { readFileSync } from 'node:fs'
import { createRequire, type LoadHookSync, registerHooks, type ResolveHookSync } from 'node:module'
import { pathToFileURL } from 'node:url'
import type postgresTypes from 'postgres'

/**
 * postgres.js 3.4.9 does not survive a connection that is cut at the wrong moment (a restart of the database under load):
 * - a write planned just before the cut throws outside every `try` and ends the process (porsager/postgres #1154, #1208);
 * - so does a connection cut while it asks for the types, with a rejection nobody handles;
 * - what was left unwritten blocks the connection for good, and with it every later query given to it;
 * - the error of the connection that was cut is given to the first query of the one made anew;
 * - a query given between the socket's error and its close is forgotten, and whoever waits for it waits for ever;
 * - a COPY that fails after its last row was sent leaves whoever waits for it waiting for ever;
 * - a transaction whose connection was cut goes on, on the connection made anew: outside any transaction, or inside somebody else's.
 * Until a release mends this, these places of its source are mended while it is loaded. Another version of the source fails loudly.
 */
const MENDS: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  'connection.js': [
    [
      '  function nextWrite(fn) {\n',
      "  function nextWrite(fn) {\n    if (socket === null) {\n      nextWriteTimer !== null && clearImmediate(nextWriteTimer)\n      chunk = nextWriteTimer = null\n      error(Errors.connection('CONNECTION_CLOSED', options))\n      return false\n    }\n",
    ],
    ['        return fetchArrayTypes()\n', '        return void fetchArrayTypes().catch(() => undefined)\n'],
    [
      '    incomings = null\n    clearImmediate(nextWriteTimer)\n',
      '    incomings = null\n    clearImmediate(nextWriteTimer)\n    chunk = nextWriteTimer = null\n',
    ],
    ['      statements = {}\n      needsTypes', '      query = results = errorResponse = null\n      statements = {}\n      needsTypes'],
    ['    !hadError && (query || sent.length) && error(', '    ;(query || sent.length) && error('],
    [
      '    stream && (stream.destroy(err), stream = null)\n    query &&',
      '    stream && (stream.destroy(err), stream = null)\n    final && (final(err), final = null)\n    query &&',
    ],
  ],
  'index.js': [
    [
      '      , connection\n      , prepare = null\n',
      '      , connection\n      , lost = null\n      , onlost = null\n      , prepare = null\n',
    ],
    ['new Promise((_, reject) => connection.onclose = reject)', 'new Promise((_, reject) => lost ? reject(lost) : (onlost = reject))'],
    [
      '        q.catch(e => uncaughtError || (uncaughtError = e))\n',
      '        q.catch(e => uncaughtError || (uncaughtError = e))\n        if (lost)\n          return q.reject(lost)\n',
    ],
    [
      '      connection = c\n      move(c, reserved)\n',
      '      connection = c\n      c.onclose = e => (lost = e, onlost && onlost(e))\n      move(c, reserved)\n',
    ],
  ],
}

const MARK = '?mended'

const mend = (name: string, source: string): string =>
  (MENDS[name] ?? []).reduce((mended, [from, to]) => {
    if (mended.split(from).length !== 2) throw new Error(`postgres/src/${name} is not the version that mended-postgres.ts mends`)
    return mended.replace(from, () => to)
  }, source)

/** The mark goes along with the library's own relative imports, so that mended and untouched copies never mix. */
const resolve: ResolveHookSync = (specifier, context, next) => {
  const found = next(specifier, context)
  return context.parentURL?.endsWith(MARK) === true && specifier.startsWith('./') ? { ...found, url: `${found.url}${MARK}` } : found
}

const load: LoadHookSync = (url, context, next) => {
  if (!url.endsWith(MARK)) return next(url, context)
  const plain = url.slice(0, -MARK.length)
  return {
    format: 'module',
    shortCircuit: true,
    source: mend(plain.slice(plain.lastIndexOf('/') + 1), readFileSync(new URL(plain), 'utf8')),
  }
}

const loadMended = async (): Promise<typeof postgresTypes> => {
  const hooks = registerHooks({ resolve, load })
  try {
    // The package's CommonJS twin is what `require` finds; the source lies beside it.
    const source = createRequire(import.meta.url)
      .resolve('postgres')
      .replace('/cjs/src/', '/src/')
    const loaded = (await import(`${pathToFileURL(source).href}${MARK}`)) as { default: typeof postgresTypes }
    return loaded.default
  } finally {
    hooks.deregister()
  }
}

export const postgres = await loadMended()
