import { type Refusal, row } from './refusal.ts'

/** What can be wrong with an imported file as a whole, and with a move of its batch. `{…}` is filled in from the batch's details. */
export const IMPORT_REFUSALS = {
  'import-kind-unknown': row(
    400,
    'Không có loại dữ liệu này để nhập.',
    'Chọn một loại trong danh sách.',
    'There is nothing of this kind to import.',
    'Choose a kind from the list.',
  ),
  'import-format': row(
    400,
    'Loại dữ liệu này không nhận dạng tệp đã gửi.',
    'Gửi tệp theo dạng ghi trong mẫu (CSV, XLSX hoặc XML).',
    'This kind does not take files of this format.',
    'Send the format named with the template (CSV, XLSX or XML).',
  ),
  'import-encoding': row(
    400,
    'Tệp không phải UTF-8: chữ có dấu sẽ hỏng.',
    'Mở tệp trong phần mềm gốc và lưu lại dạng “CSV UTF-8”.',
    'The file is not UTF-8: accented letters would break.',
    'Open it in its program and save it as “CSV UTF-8”.',
  ),
  'import-utf16': row(
    400,
    'Tệp được lưu theo UTF-16.',
    'Lưu lại tệp dạng “CSV UTF-8”.',
    'The file is saved as UTF-16.',
    'Save it as “CSV UTF-8”.',
  ),
  'import-empty': row(
    400,
    'Tệp không có dòng dữ liệu nào.',
    'Kiểm tra lại tệp rồi gửi tệp có dữ liệu.',
    'The file has no data row.',
    'Check the file and send one with data.',
  ),
  'import-header': row(
    400,
    'Không tìm thấy dòng tiêu đề trong 30 dòng đầu, hoặc thiếu cột bắt buộc: {columns}.',
    'Tải tệp mẫu, so tên cột rồi gửi lại.',
    'No heading row within the first 30 rows, or required columns are missing: {columns}.',
    'Download the template, compare the headings and send the file again.',
  ),
  'import-quote-open': row(
    400,
    'Dấu nháy kép mở ở dòng {row} không được đóng.',
    'Xuất lại tệp từ phần mềm gốc.',
    'The quotation mark opened in row {row} is never closed.',
    'Export the file again from its program.',
  ),
  'import-damaged': row(
    400,
    'Tệp bị hỏng hoặc bị cắt ngang.',
    'Xuất lại tệp từ phần mềm gốc rồi gửi lại.',
    'The file is damaged or cut off.',
    'Export it again from its program and send it again.',
  ),
  'import-matches-too-few': row(
    409,
    'Chỉ {share} % số dòng khớp với sổ gốc; cần ít nhất {due} %.',
    'Kiểm tra xem tệp có đúng loại, đúng địa bàn không.',
    'Only {share} % of the rows match the register; at least {due} % are needed.',
    'Check that the file is of this kind and of this area.',
  ),
  'import-move': row(
    409,
    'Lô này không còn ở bước đó.',
    'Tải lại trang để xem tình trạng mới nhất.',
    'The batch is no longer at that step.',
    'Reload the page to see its present state.',
  ),
  'import-built-upon': row(
    409,
    'Không thể huỷ lô: đã có {count} dữ liệu được ghi tiếp lên trên lô này.',
    'Huỷ các lô sau trước, hoặc sửa từng dòng.',
    'The batch cannot be undone: {count} later facts are built upon it.',
    'Undo the later batches first, or correct single rows.',
  ),
} as const satisfies Record<string, Refusal>
