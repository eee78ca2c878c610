export { REGISTRATION_STATE_NAMES, REGISTRATION_STATES, type RegistrationState, type RegistrationStateRule } from './registration-states.ts'
export {
  REGISTRATION_ACTORS,
  REGISTRATION_MOVE_NAMES,
  REGISTRATION_MOVES,
  type RegistrationActor,
  type RegistrationMove,
  type RegistrationMoveRow,
} from './registration-moves.ts'
export { decideMove, listMoves, type MoveRefusalCode } from './decide-move.ts'
export { decideUndo, UNDO_RULE, type UndoRefusalCode } from './decide-undo.ts'
export { FORM_CODE_RULE, formatFormCode, makeFormCode, parseFormCode, type FormCodeRefusalCode } from './form-code.ts'
export { parseScannedFormCode } from './parse-scanned-form-code.ts'
export { formatFileNumber, parseFileNumber, provisionalOfficeCode, type FileNumber } from './file-number.ts'
export { FORM_PURPOSES, type FormField, type FormPurpose, type FormPurposeCode } from './form-purposes.ts'
