export {
  type CloseMatchRow,
  type CloseVerdict,
  countCloseMatches,
  eraseCloseMatches,
  keepCloseMatches,
  listCloseMatches,
  lockCloseMatches,
  recordVerdict,
} from './close-match-queries.ts'
