import { screenOf } from '@an-sinh/domain'

const SHAPE = /^(\/[^\s]{0,200})(?: ([\w.-]{1,24}))?$/u

/** What an app says of itself in `x-screen`: the address of its screen and its version. Whatever is no word of an address is left out. */
export function readScreen(header: string | string[] | undefined): { screen: string | null; appVersion: string | null } {
  const [, path, version] = typeof header === 'string' ? (SHAPE.exec(header) ?? []) : []
  return path === undefined ? { screen: null, appVersion: null } : { screen: screenOf(path).slice(0, 100), appVersion: version ?? null }
}
