import type { Bilingual } from '../values/index.ts'

/** Purposes beyond the State's task, each asked for by itself. The task itself (register, collect, pay) rests on the law and asks nothing. */
export const CONSENT_PURPOSES = ['survey', 'research', 'problem-details'] as const
export type ConsentPurpose = (typeof CONSENT_PURPOSES)[number]

/** One wording. A wording is never edited: another one is another version, and who agreed to the earlier one is asked anew. */
export type ConsentText = { readonly version: string; readonly title: Bilingual; readonly text: Bilingual }

/** Newest last. */
const TEXTS: Readonly<Record<ConsentPurpose, readonly [ConsentText, ...ConsentText[]]>> = {
  survey: [
    {
      version: 'survey-1',
      title: { vi: 'Hỏi ý kiến về dịch vụ', en: 'Questions about the service' },
      text: {
        vi: 'Cơ quan BHXH được dùng số điện thoại hoặc thư điện tử của tôi để hỏi tôi hài lòng hay không, nhiều nhất hai lần một năm. Không dùng để quảng cáo, không đưa cho bên khác.',
        en: 'The social-insurance office may use my phone or e-mail address to ask whether I am satisfied, at most twice a year. Not for advertising, and not passed on.',
      },
    },
  ],
  research: [
    {
      version: 'research-1',
      title: { vi: 'Nghiên cứu chính sách', en: 'Policy research' },
      text: {
        vi: 'Quá trình tham gia của tôi, đã bỏ tên, mã số và địa chỉ, được dùng để nghiên cứu chính sách an sinh. Không ai nhận ra tôi từ dữ liệu đó.',
        en: 'My participation, without name, numbers and address, may be used for research on social policy. Nobody can recognise me in it.',
      },
    },
  ],
  'problem-details': [
    {
      version: 'problem-details-1',
      title: { vi: 'Gửi kèm thông tin máy khi báo lỗi', en: 'Device details with problem reports' },
      text: {
        vi: 'Khi tôi báo lỗi ứng dụng, gửi kèm loại máy, phiên bản trình duyệt và màn hình đang mở. Không gửi kèm dữ liệu bảo hiểm.',
        en: 'When I report a problem with the app, the kind of device, the browser version and the open screen are sent along. No insurance data.',
      },
    },
  ],
}

/** What is asked today. */
export const currentConsentText = (purpose: ConsentPurpose): ConsentText => TEXTS[purpose].at(-1) ?? TEXTS[purpose][0]

/** The wording of a version that somebody agreed to; null when there never was one. */
export const findConsentText = (purpose: ConsentPurpose, version: string): ConsentText | null =>
  TEXTS[purpose].find((text) => text.version === version) ?? null

export type ConsentDecision = 'given' | 'withdrawn'

/** Only a decision of the person's makes a consent: without one there is none, and one given to an earlier wording does not cover this one. */
export const isConsentStanding = (purpose: ConsentPurpose, last: { decision: ConsentDecision; textVersion: string } | null): boolean =>
  last !== null && last.decision === 'given' && last.textVersion === currentConsentText(purpose).version
