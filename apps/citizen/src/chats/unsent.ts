/** Written, and not yet with the server. `refused`: in the server's words. */
export type Unsent = { readonly messageId: string; readonly words: string; readonly refused: string | null }

const keyOf = (chatId: string): string => `chat/${chatId}`

/** What this tab still has to send; a page that is loaded again goes on with it. */
export const readUnsent = (chatId: string): readonly Unsent[] => {
  try {
    return JSON.parse(sessionStorage.getItem(keyOf(chatId)) ?? '[]') as Unsent[]
  } catch {
    return []
  }
}

export const keepUnsent = (chatId: string, unsent: readonly Unsent[]): void => {
  try {
    if (unsent.length === 0) sessionStorage.removeItem(keyOf(chatId))
    else sessionStorage.setItem(keyOf(chatId), JSON.stringify(unsent))
  } catch {
    // Without a store it lives as long as the page.
  }
}
