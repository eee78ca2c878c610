export {
  LEAST_CLERKS_FOR_AVERAGE,
  makePracticeForm,
  PRACTICE_ANSWERS,
  PRACTICE_FAULTS,
  type PracticeFault,
  type PracticeForm,
} from './practice-forms.ts'
