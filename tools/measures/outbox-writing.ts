import type { ModelKept, ModelLetter, ModelLetterPhoto } from './outbox-bundle.ts'
import { draftLetter, readWords, type Words, writeBody } from './outbox-letters.ts'
import { takeLetterPhoto } from './outbox-photo.ts'
import type { Phone } from './outbox-phone.ts'

/** Takes a photo as the form does: on the disk at once, long before the letter. */
async function takeFor(run: Phone, letterId: string, kind: string, person: string): Promise<ModelLetterPhoto> {
  const shape = run.chance() < 0.1 ? 'wrong' : 'right'
  const { bytes, photo } = takeLetterPhoto(kind, person, shape, run.chance() < 0.1 ? 140_000 : 900)
  run.count(`photo-${shape}`)
  run.taken.add(photo.uploadId)
  await run.outbox().keepLetterPhoto(letterId, photo, bytes)
  return photo
}

/** The form is left when its page dies or somebody else takes the phone. */
function watchForm(run: Phone): () => boolean {
  const { visit, device } = run
  const { life } = device
  return () => life?.isAlive() === true && device.life === life && run.visit === visit
}

/** Written and sent; it counts as taken once the app says so. A kill may come at any moment. */
export async function writeLetter(run: Phone): Promise<void> {
  const person = run.device.session
  if (person === null) return
  const isOpen = watchForm(run)
  const { life } = run.device
  const intent = String((run.intents += 1))
  const letter = draftLetter(person, intent, run.chance)
  const { letterId, kind } = letter
  const { shape, photos } = readWords(letter)
  for (const photo of photos) {
    letter.photos.push(await takeFor(run, letterId, photo, person))
    if (!isOpen()) return
  }
  run.count(`letter-${shape}`)
  run.count(kind)
  await run.outbox().postLetter(letter)
  if (life?.isAlive() === true) run.accepted.push({ intent, person, letterId })
}

/** A photo that is gone, or that the far end refused, is taken anew, as the form lets its person do. */
async function retakePhotos(run: Phone, letter: ModelKept, person: string): Promise<ModelLetterPhoto[] | null> {
  const isOpen = watchForm(run)
  const outbox = run.outbox()
  const photos: ModelLetterPhoto[] = []
  for (const photo of letter.photos) {
    const isGone = (await outbox.findLetterPhoto(letter.letterId, photo)) === null
    if (!isGone && letter.refusal?.code !== 'photo-type') {
      photos.push(photo)
      continue
    }
    run.count('photo-retaken')
    run.photoless.add(letter.letterId)
    photos.push(await takeFor(run, letter.letterId, photo.kind, person))
    await outbox.dropLetterPhoto(letter.letterId, photo)
    if (!isOpen()) return null
  }
  return photos
}

/** Opened in its form, mended where it was wrong, and sent again under the same id. */
async function editLetter(run: Phone, letter: ModelKept): Promise<void> {
  const isOpen = watchForm(run)
  const words: Words = { ...readWords(letter), shape: 'right' }
  run.inForm.add(letter.letterId)
  const photos = await retakePhotos(run, letter, words.person)
  if (photos === null || !isOpen()) return
  const { letterId, kind, title, resultAt, editAt } = letter
  const again: ModelLetter = { letterId, kind, title, body: writeBody(kind, letterId, words), photos, resultAt, editAt }
  await run.outbox().postLetter(again)
  run.inForm.delete(letterId)
}

/** What was refused is edited; what was asked is decided: as it is, once more. Some edit what still waits. */
export async function mendLetters(run: Phone): Promise<void> {
  const outbox = run.outbox()
  const isOpen = watchForm(run)
  for (const letter of (await outbox.listLetters()).letters) {
    if (!isOpen()) return
    if (run.editing.has(letter.letterId) || (letter.state === 'waiting' && run.chance() < 0.8)) continue
    run.count(`mended-${letter.state}`)
    if (letter.state === 'asks') {
      await outbox.writeLetter({ ...letter, state: 'waiting', refusal: null })
      continue
    }
    run.editing.add(letter.letterId)
    // It may arrive while it is in its form, and its photos go with it: sent once more, it says that they are gone.
    if (letter.state === 'waiting') run.photoless.add(letter.letterId)
    await editLetter(run, letter).finally(() => run.editing.delete(letter.letterId))
  }
}

/** "Bỏ": asked twice, then letter and photos are nobody's any more. */
export async function forgetLetter(run: Phone): Promise<void> {
  const letter = (await run.outbox().listLetters()).letters.find(({ letterId }) => !run.editing.has(letterId))
  if (letter === undefined) return
  run.count('forgotten')
  run.forgotten.add(letter.letterId)
  await run.outbox().dropLetter(letter.letterId)
}

/** The browser loses a record; that is told, and nothing leaves without it. */
export async function losePhoto(run: Phone): Promise<void> {
  for (const letter of (await run.outbox().listLetters()).letters) {
    const [photo] = letter.photos
    if (photo === undefined) continue
    run.count('photo-lost')
    run.photoless.add(letter.letterId)
    await run.outbox().eraseName(`letter-photo:${letter.letterId}:${photo.uploadId}`)
    return
  }
}

/** Photos that nobody will look for again: their letter arrived, or was thrown away, and no form that was left has them. */
export async function countLeft(run: Phone): Promise<number> {
  const { letters } = await run.outbox().listLetters()
  const names = await run.outbox().listNames('letter-photo:')
  const ids = names.map((name) => name.split(':')[1] ?? '')
  const isKept = (letterId: string): boolean => run.inForm.has(letterId) || letters.some((letter) => letter.letterId === letterId)
  return ids.filter((letterId) => !isKept(letterId) && (run.held.letters.has(letterId) || run.forgotten.has(letterId))).length
}
