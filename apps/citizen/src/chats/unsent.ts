import { eraseName, listOwnedJson, sealJson } from '../shared/store/sealed-records.ts'

/** Written, and not yet with the server. `refused`: in the server's words. */
export type Unsent = { readonly messageId: string; readonly words: string; readonly writtenAt: number; readonly refused: string | null }

const ownerOf = (chatId: string): string => `chat:${chatId}`
const nameOf = (chatId: string, messageId: string): string => `${ownerOf(chatId)}:${messageId}`

const parse = (value: unknown): Unsent | null =>
  typeof value === 'object' && value !== null && 'messageId' in value && 'words' in value ? (value as Unsent) : null

/** What was still to be sent when the page was left, sealed on this device for seven days; a page that is loaded again goes on with it. */
export const listUnsent = async (chatId: string): Promise<readonly Unsent[]> => {
  try {
    const found = await listOwnedJson(`${ownerOf(chatId)}:`, ownerOf(chatId), parse)
    return found.flatMap(({ value }) => (value === null ? [] : [value])).toSorted((one, other) => one.writtenAt - other.writtenAt)
  } catch {
    return []
  }
}

let writing: Promise<void> = Promise.resolve()

const write = async (chatId: string, before: readonly Unsent[], now: readonly Unsent[]): Promise<void> => {
  for (const { messageId } of before) if (now.every((one) => one.messageId !== messageId)) await eraseName(nameOf(chatId, messageId))
  for (const one of now) if (!before.includes(one)) await sealJson(nameOf(chatId, one.messageId), ownerOf(chatId), one)
}

/** Each word of its own, so that two pages of one chat keep theirs. Without a store it lives as long as the page. */
export const keepUnsent = async (chatId: string, before: readonly Unsent[], now: readonly Unsent[]): Promise<void> => {
  writing = writing.then(async () => write(chatId, before, now)).catch(() => undefined)
  return writing
}
