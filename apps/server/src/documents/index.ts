export { patiently, readQrInThread, stopDocumentThreads, warmDocumentThreads } from './document-threads.ts'
export { assignDocuments, findFormScan, listPhotoKindsOf, listPortraitHolders } from './document-queries.ts'
export { eraseDocuments, sweepDocuments } from './erase-documents.ts'
export { countPages, joinPdfs } from './join-pdfs.ts'
export { finishUpload, type OnPhotoStored } from './finish-upload.ts'
export {
  type BatchSheetData,
  type CaseListData,
  type CheckData,
  type EmployerSheetData,
  type EmployerLetterData,
  type Form01Data,
  type FormLine,
  type PdfData,
  type ReceiptData,
  renderPdf,
  type StatementData,
  type WalletCardData,
} from './render-pdf.ts'
export { listDocuments, listPhotoHints, openPrintCells, readDocument, type StoredDocument, toPhotoAnswer } from './stored-document.ts'
export { type AnnouncedUpload, appendPiece, findUploadOffset, startUpload, type UploadPosition } from './upload-photo.ts'
