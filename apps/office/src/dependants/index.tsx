export { DependantCaseScreen, DependantQueueScreen } from './dependant-screens.tsx'
