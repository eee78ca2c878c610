import { prepareAndRun, sayAndFail } from './prepare.mjs'

/* `npm test`: every check; the last line is `N passed, N failed, N skipped`. */
try {
  await prepareAndRun('tools/test.ts', process.argv.slice(2))
} catch (error) {
  sayAndFail(error)
}
