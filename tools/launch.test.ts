import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'

import { findFreePort } from './postgres/find-free-port.ts'
import { isAlive } from './postgres/process-mark.ts'

const START = join(import.meta.dirname, 'start.mjs')

type Started = { child: ChildProcess; output: () => string }

/** `npm start` without npm: the script it runs, in a process group of its own as a terminal gives it one. */
function start(args: string[], env: NodeJS.ProcessEnv = {}): Started {
  const clean = { ...process.env, DATABASE_URL: '', DATABASE_MIGRATOR_URL: '', ...env }
  const child = spawn(process.execPath, [START, ...args], { env: clean, detached: true, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  const take = (chunk: Buffer) => {
    output += chunk.toString('utf8')
  }
  child.stdout.on('data', take)
  child.stderr.on('data', take)
  return { child, output: () => output }
}

async function until(what: string, holds: () => boolean, seconds = 60): Promise<void> {
  for (let wait = 0; wait < seconds * 20; wait += 1) {
    if (holds()) return
    await pause(50)
  }
  throw new Error(`not within ${seconds} s: ${what}`)
}

const ended = ({ child }: Started) => until('the end of npm start', () => child.exitCode !== null || child.signalCode !== null, 30)

const childrenOf = (pid: number | undefined): number[] => {
  try {
    return execFileSync('pgrep', ['-P', String(pid)], { encoding: 'utf8' })
      .trim()
      .split('\n')
      .map(Number)
  } catch {
    return []
  }
}

/** The launcher and what it started (API, worker, PostgreSQL, its watcher). */
const familyOf = ({ child }: Started): number[] => {
  const launchers = childrenOf(child.pid)
  return [...launchers, ...launchers.flatMap((pid) => childrenOf(pid))]
}

const pidOf = (family: number[], words: string): number =>
  family.find((pid) => readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').includes(words)) ?? 0

describe.runIf(process.platform === 'linux')('npm start', () => {
  let data = ''
  let ports: number[] = []
  let args: string[] = []
  let running: Started | null = null

  const serve = async () => {
    running = start(args)
    const one = running
    await until('ready', () => one.output().includes('Sẵn sàng') || one.child.exitCode !== null, 110)
    expect(one.output()).toContain('Sẵn sàng')
    return one
  }
  const isReady = async () => (await fetch(`http://127.0.0.1:${ports[0]}/api/ready`).catch(() => null))?.ok === true

  beforeAll(async () => {
    data = mkdtempSync(join(tmpdir(), 'an-sinh-launch-'))
    chmodSync(data, 0o711)
    ports = [await findFreePort(), await findFreePort(), await findFreePort()]
    const [citizen, office, operations] = ports.map(String)
    args = [
      '--no-build',
      '--data',
      data,
      '--citizen-port',
      citizen ?? '',
      '--office-port',
      office ?? '',
      '--operations-port',
      operations ?? '',
    ]
  })
  afterEach(async () => {
    if (running === null) return
    running.child.kill('SIGTERM')
    await ended(running)
    running = null
  })
  afterAll(() => rmSync(data, { recursive: true, force: true }))

  it('says in one sentence that a port is taken, before anything else happens', async () => {
    const taken = createServer()
    await new Promise<void>((resolve) => taken.listen(ports[0], '127.0.0.1', () => resolve()))
    const refused = start(args)
    await ended(refused)
    taken.close()
    expect(refused.child.exitCode).toBe(1)
    expect(refused.output()).toContain(`Cổng ${ports[0]} (ứng dụng người dân / citizen app) đang có chương trình khác dùng.`)
    expect(refused.output()).not.toContain('PostgreSQL')
  })

  it('makes everything on the first start and prints where it is and how to sign in', async () => {
    const { output } = await serve()
    expect(output()).toContain(`http://localhost:${ports[0]}/hop-thu`)
    expect(output()).toMatch(/TOTP \d{6}/)
    expect(await isReady()).toBe(true)
  })

  it('starts again, fills nothing twice, and Ctrl-C in the terminal ends all of it', async () => {
    const one = await serve()
    expect(one.output()).not.toContain('synthetic people')
    const family = familyOf(one)
    expect(family.length).toBeGreaterThan(3)
    process.kill(-(one.child.pid ?? 0), 'SIGINT')
    await ended(one)
    expect(one.child.exitCode).toBe(0)
    expect(family.filter((pid) => isAlive(pid))).toEqual([])
  })

  it.each(['npm start itself', 'the launcher'])('leaves nothing running when %s is killed -9, and starts again', async (victim) => {
    const one = await serve()
    const family = familyOf(one)
    process.kill(victim === 'the launcher' ? pidOf(family, 'tools/launch.ts') : (one.child.pid ?? 0), 'SIGKILL')
    await until('the end of every process', () => family.every((pid) => !isAlive(pid)), 20)
    await serve()
    expect(await isReady()).toBe(true)
  })

  it.each(['apps/server/src/http.ts', 'postgres -D'])('starts %s again when it is killed', async (words) => {
    const one = await serve()
    process.kill(pidOf(familyOf(one), words), 'SIGKILL')
    await pause(300)
    for (let wait = 0; wait < 200 && !(await isReady()); wait += 1) await pause(100)
    expect(await isReady()).toBe(true)
    expect(one.output()).toMatch(/dừng bất ngờ/)
  })

  it('names an unknown argument and prints how to call it', async () => {
    const refused = start(['--citizenport', '1'])
    await ended(refused)
    expect(refused.child.exitCode).toBe(1)
    expect(refused.output()).toContain('npm start -- [--citizen-port 4000]')
  })
})
