import { type Refusal, row } from './refusal.ts'

export const HAND_IN_REFUSALS = {
  'form-not-listed': row(
    404,
    'Không có tờ khai này trong danh sách của đơn vị.',
    'Quét lại mã trên tờ khai, hoặc tìm theo tên. Người không thuộc đơn vị thì tự nộp.',
    'This form is not on the employer’s list.',
    'Scan the code again, or look for the name. Somebody of another employer hands in alone.',
  ),
  'form-in-batch': row(
    409,
    'Tờ khai này đã nằm trong một bảng kê.',
    'Mở bảng kê để xem cơ quan BHXH đã nhận chưa.',
    'This form is in a batch already.',
    'Open the batch to see whether the office received it.',
  ),
  'no-form-ready': row(
    409,
    'Chưa có tờ khai nào sẵn sàng nộp.',
    'Quét các tờ khai đã ký trước, rồi lập bảng kê.',
    'No form is ready to be handed in.',
    'Scan the signed forms first, then make the batch.',
  ),
} as const satisfies Record<string, Refusal>
