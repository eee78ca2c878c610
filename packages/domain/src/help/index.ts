export { type AnswerModel, makeAnswerModel } from './answer-model.ts'
export { answerQuestion, type HelpAnswer, type HelpPassage } from './answer-question.ts'
export {
  HELP_SUBJECTS,
  type HelpArticle,
  type HelpCase,
  type HelpLanguage,
  type HelpSubject,
  type HelpText,
  parseHelpArticle,
} from './article.ts'
export { type HelpBlock, type HelpSpan, parseBlocks, textOfBlock } from './parse-blocks.ts'
export { type HelpIndex, makeHelpIndex } from './help-index.ts'
export { type HelpHit, searchHelp } from './search-help.ts'
