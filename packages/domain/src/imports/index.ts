export type { ImportFaultText } from './fault-text.ts'
export { IMPORT_FAULTS, type ImportFaultCode } from './import-faults.ts'
export { ROSTER_NOTES, ROSTER_REGISTER_FAULTS } from './roster-faults.ts'
export { findHeader, foldHeading, type FoundHeader, type HeaderColumn, HEADER_ROWS, type HeaderMapping } from './find-header.ts'
export { joinedCell } from './joined-cell.ts'
export {
  booleanCell,
  type CellParser,
  choiceCell,
  codeCell,
  dateCell,
  decimalCell,
  insuranceNumberCell,
  integerCell,
  moneyCell,
  monthCell,
  nameCell,
  nationalIdCell,
  type ParsedCell,
  partialDateCell,
  sexCell,
  textCell,
} from './parse-cell.ts'
