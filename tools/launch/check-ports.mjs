import { createServer } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'

/** How long a run that was just killed may take to let its ports go, milliseconds. */
const PATIENCE = 3000

/**
 * Refuses with one sentence when a port cannot be had; asked before anything slow happens.
 * @param {import('./parse-options.mjs').NamedPort[]} ports
 * @returns {Promise<void>}
 */
export async function checkPorts(ports) {
  for (const named of ports) {
    const until = Date.now() + PATIENCE
    for (;;) {
      const trouble = await tryPort(named.port)
      if (trouble === null) break
      if (trouble !== 'EADDRINUSE') throw new Error(sentence(named, `không mở được (${trouble})`, `cannot be opened (${trouble})`))
      if (Date.now() > until) throw new Error(sentence(named, 'đang có chương trình khác dùng', 'is taken by another program'))
      await pause(150)
    }
  }
}

/**
 * @param {import('./parse-options.mjs').NamedPort} named
 * @param {string} vi
 * @param {string} en
 */
function sentence({ word, port, flag, variable }, vi, en) {
  const other = port + 100 > 65_535 ? port - 100 : port + 100
  return `Cổng ${port} (${word}) ${vi}. Chọn cổng khác: npm start -- ${flag} ${other}, hoặc ${variable}=${other} npm start.\nPort ${port} ${en}: choose another one as above.`
}

/**
 * @param {number} port
 * @returns {Promise<string | null>} the system's error code, null when the port is free
 */
function tryPort(port) {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', (error) => resolve('code' in error ? String(error.code) : error.message))
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(null)))
  })
}
