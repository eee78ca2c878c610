/** What the documents threads run: `photo`, `qr` and `pdf` are the task names given to the pool. */
export { processPhoto as photo } from './process-photo.ts'
export { readQrText as qr } from './read-id-card-qr.ts'
export { renderTemplate as pdf } from './render-template.ts'
