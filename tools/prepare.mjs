import { execFileSync, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

import { findWall, wallSentence } from './postgres/check-reachable.mjs'
import { findNode } from './prepare/find-node.mjs'
import { isInstalled, markInstalled } from './prepare/is-installed.mjs'

/*
 * What both commands do first, on any Node from 20 on and with nothing installed: no dependency, no TypeScript.
 */
export const REPOSITORY = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '')

/**
 * Installs what the lock file names when that is not there, then runs the TypeScript entry under Node 24.
 * This process stays as a thin shell around it: signals go through, and the entry ends when we are killed.
 * @param {string} entry path inside the repository
 * @param {string[]} args
 */
export async function prepareAndRun(entry, args) {
  requireReachable()
  if (!isInstalled(REPOSITORY)) await install()
  const node = findNode(REPOSITORY)
  if (node === null) {
    throw new Error(
      `Cần Node 24 trở lên cho máy ${process.platform}-${process.arch}; gói đi kèm chỉ có cho Linux và Windows. Hãy cài Node 24 từ nodejs.org.\nNode 24 or newer is needed here: install it from nodejs.org.`,
    )
  }
  process.exitCode = await runInFront(node, [`${REPOSITORY}/${entry}`, ...args], ['ipc'])
}

/** Root only: PostgreSQL will run as another account, which must be able to reach the checkout. */
function requireReachable() {
  if (process.getuid?.() !== 0) return
  const wall = findWall(REPOSITORY, postgresAccount())
  if (wall === null) return
  const { vi, en } = wallSentence(wall)
  throw new Error(`${vi}\n${en}`)
}

function postgresAccount() {
  try {
    const ask = (/** @type {string} */ flag) =>
      Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }))
    return { uid: ask('-u'), gid: ask('-g') }
  } catch {
    return { uid: -1, gid: -1 }
  }
}

/** `npm ci` by the npm that started us. Development packages are part of it whatever NODE_ENV says: the apps are built here. */
async function install() {
  const began = Date.now()
  console.log('Cài các gói theo package-lock.json (lần đầu mất khoảng một phút) / installing what the lock file names …')
  const beat = setInterval(() => console.log(`  … vẫn đang cài / still installing (${Math.round((Date.now() - began) / 1000)} s)`), 10_000)
  const npm = process.env['npm_execpath']
  const args = ['ci', '--loglevel=error', '--no-audit', '--no-fund', '--include=dev', '--include=optional']
  const code = npm === undefined ? await runInFront('npm', args) : await runInFront(process.execPath, [npm, ...args])
  clearInterval(beat)
  if (code !== 0)
    throw new Error(
      'npm ci không thành công (xem các dòng trên); kiểm tra mạng rồi chạy lại.\nnpm ci failed (see above): check the network and run again.',
    )
  markInstalled(REPOSITORY)
  console.log(`Đã cài xong / installed (${Math.round((Date.now() - began) / 1000)} s)`)
}

/**
 * @param {string} program
 * @param {string[]} args
 * @param {'ipc'[]} channel with one, the program notices when we are gone
 * @returns {Promise<number>} its exit code; 128 + signal number when a signal ended it
 */
function runInFront(program, args, channel = []) {
  return new Promise((resolve) => {
    const windowsShim = process.platform === 'win32' && program === 'npm'
    const child = spawn(program, args, { cwd: REPOSITORY, stdio: ['inherit', 'inherit', 'inherit', ...channel], shell: windowsShim })
    /** @type {NodeJS.Signals[]} */
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
    const forward = (/** @type {NodeJS.Signals} */ signal) => child.kill(signal)
    for (const signal of signals) process.on(signal, forward)
    const end = (/** @type {number} */ code) => {
      for (const signal of signals) process.off(signal, forward)
      resolve(code)
    }
    child.once('error', (error) => {
      console.error(error.message)
      end(127)
    })
    child.once('exit', (code, signal) => end(code ?? (signal === 'SIGINT' ? 130 : 143)))
  })
}

/**
 * Says a sentence instead of a stack: what reaches this place is for the person at the keyboard.
 * @param {unknown} error
 */
export function sayAndFail(error) {
  console.error(`\n${error instanceof Error ? error.message : String(error)}`)
  process.exitCode = 1
}
