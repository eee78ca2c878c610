/** What the documents threads run: `photo` and `pdf` are the task names given to the pool. */
export { processPhoto as photo } from './process-photo.ts'
export { renderTemplate as pdf } from './render-template.ts'
