export { PaperCommand } from './paper-dialog.tsx'
export { PaperSearch } from './paper-search.tsx'
export { sendAttachment } from './send-attachment.ts'
