import { statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'

/**
 * The first folder on the way to `path` (itself included) that the account may not pass through, or null.
 * PostgreSQL refuses to run as root and then runs as an account of its own, for which a folder of mode 700 is a wall.
 * Plain JavaScript: the first script of `npm start` asks it before anything is installed.
 * @param {string} path
 * @param {{ uid: number, gid: number }} account
 * @returns {string | null}
 */
export function findWall(path, { uid, gid }) {
  const folders = []
  for (let folder = resolve(path); ; folder = dirname(folder)) {
    folders.unshift(folder)
    if (dirname(folder) === folder) break
  }
  return folders.find((folder) => !mayPass(folder, uid, gid)) ?? null
}

/**
 * @param {string} folder
 * @param {number} uid
 * @param {number} gid
 */
function mayPass(folder, uid, gid) {
  const found = statSync(folder, { throwIfNoEntry: false })
  if (found === undefined) return true
  if (found.uid === uid) return (found.mode & 0o100) !== 0
  if (found.gid === gid) return (found.mode & 0o010) !== 0
  return (found.mode & 0o001) !== 0
}

/**
 * @param {string} wall
 * @returns {{ vi: string, en: string }}
 */
export function wallSentence(wall) {
  return {
    vi: `Thư mục ${wall} chỉ mở cho chủ của nó, mà PostgreSQL không chạy bằng quyền root. Hãy đặt mã nguồn ở nơi khác (ví dụ /srv/an-sinh), hoặc chạy bằng người dùng thường.`,
    en: `${wall} is closed to other accounts and PostgreSQL does not run as root: move the checkout (for instance to /srv/an-sinh) or run as an ordinary user.`,
  }
}
