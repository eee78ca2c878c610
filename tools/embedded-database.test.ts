import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'

import postgres from 'postgres'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { type EmbeddedDatabase, startEmbeddedDatabase } from './embedded-database.ts'
import { isAlive, startedTicks } from './postgres/process-mark.ts'

const HOLDER = join(import.meta.dirname, 'postgres', 'hold-database.ts')

/** Another process that owns the database; `said` is its first line. */
async function hold(
  folder: string,
  account: { uid?: number; gid?: number } = {},
): Promise<{ child: ChildProcess; said: string; pid: number }> {
  const child = spawn(process.execPath, [HOLDER, folder], { ...account, cwd: '/', stdio: ['ignore', 'pipe', 'inherit'] })
  for await (const said of createInterface(child.stdout)) return { child, said, pid: Number(said.split(' ')[2]) }
  throw new Error('ended without a word')
}

const ended = async (child: ChildProcess) => {
  while (child.exitCode === null && child.signalCode === null) await pause(20)
}

async function query(database: EmbeddedDatabase, text: string): Promise<unknown[]> {
  const sql = postgres(database.url, { max: 1 })
  try {
    return [...(await sql.unsafe(text))]
  } finally {
    await sql.end()
  }
}

describe('the embedded database', () => {
  let folder = ''
  const open: EmbeddedDatabase[] = []
  const start = async () => {
    const database = await startEmbeddedDatabase({ folder, durable: false })
    open.push(database)
    return database
  }

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'an-sinh-embedded-'))
    chmodSync(folder, 0o711)
  })
  afterEach(async () => {
    for (const database of open.splice(0)) await database.stop()
    rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
  })

  it('keeps what was written over a restart, sorts Vietnamese names and folds them', async () => {
    const first = await start()
    expect(first.fresh).toBe(true)
    await query(first, "CREATE TABLE names (name text); INSERT INTO names VALUES ('Ân'), ('Ánh'), ('Đào'), ('An'), ('Dung'), ('Àn')")
    await first.stop()
    open.length = 0
    expect(isAlive(first.pid)).toBe(false)

    const second = await start()
    expect(second.fresh).toBe(false)
    const names = await query(
      second,
      "SELECT string_agg(name, ' ' ORDER BY name COLLATE \"vi-x-icu\") AS all, lower('ĐẶNG') AS low FROM names",
    )
    expect(names).toEqual([{ all: 'An Àn Ánh Ân Dung Đào', low: 'đặng' }])
    expect(
      await query(second, 'CREATE EXTENSION unaccent; CREATE EXTENSION pg_trgm; CREATE EXTENSION btree_gin; CREATE EXTENSION pgcrypto'),
    ).toBeDefined()
  })

  it('starts again after its owner was killed, and PostgreSQL does not stay behind', async () => {
    const { child, pid } = await hold(folder)
    child.kill('SIGKILL')
    await ended(child)
    const database = await start()
    expect(database.fresh).toBe(false)
    expect(database.pid).not.toBe(pid)
    expect(isAlive(pid)).toBe(false)
  })

  it('starts again after owner and PostgreSQL were killed together', async () => {
    const { child, pid } = await hold(folder)
    process.kill(pid, 'SIGKILL')
    child.kill('SIGKILL')
    await ended(child)
    const database = await start()
    expect(await query(database, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
  })

  it('lets PostgreSQL end by itself when the owner is killed and nobody starts again', async () => {
    const { child, pid } = await hold(folder)
    child.kill('SIGKILL')
    for (let wait = 0; wait < 200 && isAlive(pid); wait += 1) await pause(50)
    expect(isAlive(pid)).toBe(false)
  })

  it('stops an orphan whose watcher is gone too', async () => {
    const { child, pid } = await hold(folder)
    const watcher = execFileSync('pgrep', ['-f', `kill -INT "\\$1" sh ${pid}$`], { encoding: 'utf8' }).trim()
    process.kill(Number(watcher), 'SIGKILL')
    child.kill('SIGKILL')
    await ended(child)
    expect(isAlive(pid)).toBe(true)
    const database = await start()
    expect(isAlive(pid)).toBe(false)
    expect(await query(database, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
  })

  it('starts again after its owner was killed while the folder was being made', async () => {
    const child = spawn(process.execPath, [HOLDER, folder], { stdio: 'ignore' })
    while (!readdirSync(folder).some((name) => name.startsWith('postgres.new'))) await pause(2)
    child.kill('SIGKILL')
    await ended(child)
    expect(existsSync(join(folder, 'postgres'))).toBe(false)
    const database = await start()
    expect(database.fresh).toBe(true)
  })

  it('gives two starts at once to exactly one of them, the other reads a sentence', async () => {
    writeFileSync(join(folder, 'owner.pid'), '999999999 1')
    const both = await Promise.all([hold(folder), hold(folder)])
    const words = both.map(({ said }) => said.split(' ')[0])
    expect(new Set(words)).toEqual(new Set(['ready', 'refused']))
    expect(both.find(({ said }) => said.startsWith('refused'))?.said).toMatch(/Thư mục dữ liệu đang được một tiến trình khác dùng/)
    for (const { child } of both) child.kill('SIGTERM')
    await Promise.all(both.map(({ child }) => ended(child)))
  })

  it('takes over a lock whose number belongs to another process now', async () => {
    writeFileSync(join(folder, 'owner.pid'), `${process.ppid} ${Number(startedTicks(process.ppid)) - 1}`)
    expect((await start()).fresh).toBe(true)
  })

  it('refuses a folder of another major version with a sentence and touches nothing', async () => {
    mkdirSync(join(folder, 'postgres'))
    writeFileSync(join(folder, 'postgres', 'PG_VERSION'), '14\n')
    writeFileSync(join(folder, 'superuser-password'), 'kept')
    await expect(start()).rejects.toThrow(/thuộc PostgreSQL 14.*Không có gì bị thay đổi/s)
    expect(readdirSync(join(folder, 'postgres'))).toEqual(['PG_VERSION'])
    expect(readFileSync(join(folder, 'postgres', 'PG_VERSION'), 'utf8')).toBe('14\n')
  })

  it.runIf(process.getuid?.() === 0)('runs for an ordinary user too', async () => {
    const nobody = { uid: 65_534, gid: 65_534 }
    chownSync(folder, nobody.uid, nobody.gid)
    const { child, said } = await hold(folder, nobody)
    expect(said).toMatch(/^ready/)
    child.kill('SIGTERM')
    await ended(child)
    expect(child.exitCode).toBe(0)
  })

  it.runIf(process.getuid?.() === 0)('tells root which closed folder stands in the way', async () => {
    const closed = join(folder, 'closed')
    mkdirSync(closed, { mode: 0o700 })
    await expect(startEmbeddedDatabase({ folder: join(closed, 'data') })).rejects.toThrow(`Thư mục ${closed} chỉ mở cho chủ của nó`)
  })
})
