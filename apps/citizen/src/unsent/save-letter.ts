import type { Letter } from '../shared/outbox/letter.ts'

/** What was written, as a file of the person's own: whatever becomes of the app, the words are not gone. */
export const saveLetter = ({ letterId, kind, title, body, keptAt }: Letter): void => {
  const content = JSON.stringify({ letterId, kind, title, writtenAt: new Date(keptAt).toISOString(), body }, null, 2)
  const url = URL.createObjectURL(new Blob([content], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = url
  link.download = `cho-gui-${letterId}.json`
  link.click()
  URL.revokeObjectURL(url)
}
