import { foldText, normaliseText } from '../text/index.ts'

/** "Phường 1" and "P. 1" name one ward; the type is no part of it when names are compared. */
const bareName = (part: string): string => foldText(part).replace(/^(?:phuong|xa|thi tran|dac khu|p\.|x\.|tt\.)\s*/u, '')

type Names = { readonly endedName: string; readonly wardName: string; readonly provinceName: string }

/**
 * A written address after its ward became another one: what stands before the old ward (house, street, hamlet) stays, the names of today follow.
 * Where the old ward is not found in it the whole address stays in front: nothing that somebody wrote is lost.
 */
export const replaceWard = (address: string | null, { endedName, wardName, provinceName }: Names): string => {
  const parts = normaliseText(address ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
  const at = parts.findIndex((part) => bareName(part) === bareName(endedName))
  return [...(at === -1 ? parts : parts.slice(0, at)), wardName, provinceName].join(', ')
}
