import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { Refusal } from '../refusal.ts'
import { isAlive, startedTicks } from './process-mark.ts'

/**
 * Takes the folder for this process by `owner.pid`; gives back the function that lets it go.
 * The lock of a process that is gone is taken over. Two takers at once: exactly one gets it, the other a sentence.
 */
export function lockFolder(folder: string): () => void {
  const lock = join(folder, 'owner.pid')
  const mine = `${process.pid} ${startedTicks(process.pid)}`
  const own = join(folder, `owner.${process.pid}`)
  writeFileSync(own, mine, { mode: 0o600 })
  try {
    takeLock(lock, own)
  } finally {
    rmSync(own, { force: true })
  }
  return () => {
    if (readOwner(lock)?.text === mine) rmSync(lock, { force: true })
  }
}

function takeLock(lock: string, own: string): void {
  for (let attempt = 0; attempt < 20; attempt += 1) {
    if (tryLink(own, lock)) return
    const owner = readOwner(lock)
    if (owner === null) continue
    if (isLiving(owner)) throw inUse(owner.pid)
    setAside(lock, `${own}.stale`)
  }
  throw inUse(0)
}

/** Renaming is atomic, so of two takers one moves the stale file away; a living lock moved by mistake is put back. */
function setAside(lock: string, aside: string): void {
  try {
    renameSync(lock, aside)
  } catch {
    return
  }
  const moved = readOwner(aside)
  if (moved !== null && isLiving(moved)) tryLink(aside, lock)
  rmSync(aside, { force: true })
}

/** `link` creates the lock with its content in one step, so nobody ever reads a half-written one. */
function tryLink(from: string, to: string): boolean {
  try {
    linkSync(from, to)
    return true
  } catch {
    return false
  }
}

type Owner = { text: string; pid: number; ticks: string }

function readOwner(path: string): Owner | null {
  try {
    const text = readFileSync(path, 'utf8')
    const [pid = '', ticks = ''] = text.split(' ')
    return { text, pid: Number(pid), ticks }
  } catch {
    return null
  }
}

function isLiving(owner: Owner): boolean {
  return Number.isInteger(owner.pid) && owner.pid > 0 && isAlive(owner.pid) && startedTicks(owner.pid) === owner.ticks
}

function inUse(pid: number): Refusal {
  return new Refusal(
    `Thư mục dữ liệu đang được một tiến trình khác dùng (số ${pid}). Hãy dừng tiến trình đó, hoặc chọn thư mục khác bằng --data.`,
    `The data folder is in use by process ${pid}: stop it, or choose another folder with --data.`,
  )
}
