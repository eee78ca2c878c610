export { DataRequestCaseScreen, DataRequestQueueScreen } from './data-request-screens.tsx'
