import { type Refusal, row } from './refusal.ts'

export const BULK_FORM_REFUSALS = {
  'printing-employer-unknown': row(
    422,
    'Đơn vị này không khai tên bạn trong danh sách lao động.',
    'Tải lại trang và chọn đơn vị đang hiện, hoặc tự in tờ khai.',
    'This employer does not list you among its people.',
    'Reload the page and choose one of the employers shown, or print the form yourself.',
  ),
  'bulk-run-unknown': row(
    404,
    'Không có lần in này.',
    'Quay lại trang In tờ khai và lập lần in mới.',
    'There is no such print run.',
    'Go back to printing forms and start a new run.',
  ),
  'bulk-run-used': row(
    409,
    'Lần in này đã tải hoặc đã dừng.',
    'Lập lần in mới; mỗi lần in chỉ tải được một lần.',
    'This print run was fetched or stopped before.',
    'Start a new run; each one can be fetched once.',
  ),
  'bulk-run-at-work': row(
    409,
    'Bạn đang tải một tệp tờ khai khác.',
    'Chờ tệp đó tải xong, hoặc bấm Dừng rồi làm lại.',
    'You are fetching another file of forms right now.',
    'Wait until it is done, or stop it first.',
  ),
  'nobody-to-print': row(
    409,
    'Trong danh sách đã chọn chưa có ai đồng ý để đơn vị in.',
    'Nhắc người lao động chọn “Đồng ý để đơn vị in và nộp giúp” trong trang hồ sơ của họ, hoặc tự in.',
    'Nobody of those chosen has agreed that the employer prints.',
    'Remind them to agree on the page of their registration, or to print themselves.',
  ),
  'too-many-forms': row(
    422,
    'Chọn quá nhiều người cho một tệp.',
    'In theo từng phòng ban, mỗi tệp không quá 5.000 tờ.',
    'Too many people for one file.',
    'Print department by department, at most 5,000 forms a file.',
  ),
} as const satisfies Record<string, Refusal>
