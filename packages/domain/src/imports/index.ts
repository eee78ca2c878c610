export { IMPORT_FAULTS, type ImportFaultCode, type ImportFaultText } from './import-faults.ts'
export { findHeader, type FoundHeader, HEADER_ROWS, type HeaderMapping } from './find-header.ts'
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
