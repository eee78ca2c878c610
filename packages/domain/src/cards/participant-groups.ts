import type { CivilDate } from '../calendar/index.ts'
import { validOn, type Dated } from '../reference/index.ts'
import type { Bilingual } from '../values/index.ts'
import type { CoverageLevel } from './coverage-levels.ts'

/** Who pays the contribution, in the order in which the law lists the groups (Law on Health Insurance art. 12). */
export const GROUP_PAYERS = ['employment', 'social-insurance', 'state', 'state-support', 'household'] as const
export type GroupPayer = (typeof GROUP_PAYERS)[number]

export const PAYER_NAMES: Readonly<Record<GroupPayer, Bilingual>> = {
  employment: { vi: 'Người lao động và đơn vị cùng đóng', en: 'Employee and employer pay' },
  'social-insurance': { vi: 'Tổ chức bảo hiểm xã hội đóng', en: 'The social-insurance agency pays' },
  state: { vi: 'Ngân sách nhà nước đóng', en: 'The State budget pays' },
  'state-support': { vi: 'Ngân sách nhà nước hỗ trợ một phần', en: 'The State budget pays a part' },
  household: { vi: 'Tham gia theo hộ gia đình', en: 'The household pays' },
}

export type ParticipantGroupRow = Dated & {
  /** Two letters on the card; null where the law added a group whose code was not found in any list. */
  readonly participantGroup: string | null
  readonly payer: GroupPayer
  readonly name: Bilingual
  /** What the group usually has; the card decides. */
  readonly usualLevel: CoverageLevel
  /** Read in the list of codes itself, or only told elsewhere. */
  readonly isVerified: boolean
  readonly source: string
}

const LIST = 'Decision 1351/QĐ-BHXH of 16/11/2015 art. 2(1)'

type Entry = readonly [code: string, usualLevel: CoverageLevel, vi: string, en: string]

const rows = (payer: GroupPayer, entries: readonly Entry[]): ParticipantGroupRow[] =>
  entries.map(([participantGroup, usualLevel, vi, en]) => ({
    participantGroup,
    payer,
    name: { vi, en },
    usualLevel,
    isVerified: true,
    validFrom: '2015-01-01',
    validTo: null,
    source: LIST,
  }))

/** A group of a later law: it exists, its code on the card is not known to us, so its cards wait in quarantine. */
const added = (payer: GroupPayer, validFrom: CivilDate, vi: string, en: string, source: string): ParticipantGroupRow => ({
  participantGroup: null,
  payer,
  name: { vi, en },
  usualLevel: 4,
  isVerified: false,
  validFrom,
  validTo: null,
  source: `${source}; code on the card not found`,
})

/** Every group in legal order: of several the first is the object of the card. */
export const PARTICIPANT_GROUPS: readonly ParticipantGroupRow[] = [
  ...rows('employment', [
    ['DN', 4, 'Người lao động trong doanh nghiệp', 'Employee of an enterprise'],
    ['HX', 4, 'Người lao động trong hợp tác xã', 'Employee of a cooperative'],
    ['CH', 4, 'Người lao động theo hợp đồng trong cơ quan nhà nước', 'Contract employee of a State body'],
    ['NN', 4, 'Người lao động trong tổ chức nước ngoài, tổ chức quốc tế', 'Employee of a foreign or international organisation'],
    ['TK', 4, 'Người lao động trong tổ chức khác', 'Employee of another organisation'],
    ['HC', 4, 'Cán bộ, công chức, viên chức', 'Official, civil servant or public employee'],
    ['XK', 4, 'Người hoạt động không chuyên trách ở cấp xã', 'Part-time worker of a commune'],
  ]),
  ...rows('social-insurance', [
    ['HT', 3, 'Người hưởng lương hưu, trợ cấp mất sức lao động hàng tháng', 'Recipient of a pension or monthly loss-of-capacity allowance'],
    ['TB', 4, 'Người hưởng trợ cấp tai nạn lao động, bệnh nghề nghiệp hàng tháng', 'Recipient of a monthly employment-injury allowance'],
    ['NO', 4, 'Người nghỉ việc hưởng trợ cấp ốm đau dài ngày', 'Recipient of a long-illness allowance'],
    ['CT', 4, 'Người từ 80 tuổi hưởng trợ cấp tuất hàng tháng', 'Recipient of a monthly survivor allowance aged 80 or over'],
    ['XB', 4, 'Cán bộ xã đã nghỉ việc hưởng trợ cấp bảo hiểm xã hội hàng tháng', 'Former commune official paid by social insurance'],
    ['TN', 4, 'Người đang hưởng trợ cấp thất nghiệp', 'Recipient of an unemployment allowance'],
    ['CS', 4, 'Công nhân cao su hưởng trợ cấp hàng tháng', 'Rubber worker with a monthly allowance'],
  ]),
  ...rows('state', [
    ['QN', 5, 'Sĩ quan, quân nhân chuyên nghiệp, hạ sĩ quan, binh sĩ quân đội', 'Member of the army'],
    ['CA', 5, 'Sĩ quan, hạ sĩ quan, chiến sĩ công an', 'Member of the police'],
    ['CY', 5, 'Người làm công tác cơ yếu', 'Member of the cipher service'],
    ['XN', 4, 'Cán bộ xã đã nghỉ việc hưởng trợ cấp từ ngân sách nhà nước', 'Former commune official paid by the State budget'],
    [
      'MS',
      4,
      'Người đã thôi hưởng trợ cấp mất sức lao động đang hưởng trợ cấp từ ngân sách',
      'Former recipient of a loss-of-capacity allowance',
    ],
    ['CC', 1, 'Người có công với cách mạng (hưởng mức 1)', 'Person of merit, level 1'],
    ['CK', 2, 'Người có công với cách mạng (hưởng mức 2)', 'Person of merit, level 2'],
    ['CB', 2, 'Cựu chiến binh', 'Veteran'],
    ['KC', 2, 'Người tham gia kháng chiến và bảo vệ Tổ quốc', 'Member of the resistance'],
    ['HD', 4, 'Đại biểu Quốc hội, đại biểu Hội đồng nhân dân', 'Deputy of the National Assembly or a People’s Council'],
    ['TE', 1, 'Trẻ em dưới 6 tuổi', 'Child under six'],
    ['BT', 2, 'Người hưởng trợ cấp bảo trợ xã hội hàng tháng', 'Recipient of a social-protection allowance'],
    ['HN', 2, 'Người thuộc hộ gia đình nghèo', 'Member of a poor household'],
    ['DT', 2, 'Người dân tộc thiểu số sống ở vùng khó khăn', 'Member of an ethnic minority in a difficult area'],
    ['DK', 2, 'Người sống ở vùng đặc biệt khó khăn', 'Resident of an especially difficult area'],
    ['XD', 2, 'Người sống ở xã đảo, huyện đảo', 'Resident of an island commune or district'],
    ['TS', 2, 'Thân nhân của liệt sĩ', 'Family of a martyr'],
    ['TC', 3, 'Thân nhân của người có công', 'Family of a person of merit'],
    ['TQ', 4, 'Thân nhân của quân nhân', 'Family of a member of the army'],
    ['TV', 4, 'Thân nhân của công nhân, viên chức quốc phòng', 'Family of a defence worker'],
    ['TA', 4, 'Thân nhân của công an', 'Family of a member of the police'],
    ['TY', 4, 'Thân nhân của người làm công tác cơ yếu', 'Family of a member of the cipher service'],
    ['HG', 4, 'Người đã hiến bộ phận cơ thể', 'Organ donor'],
    ['LS', 4, 'Người nước ngoài học tập tại Việt Nam được cấp học bổng', 'Foreign student with a State scholarship'],
    ['PV', 4, 'Người phục vụ người có công', 'Carer of a person of merit'],
  ]),
  ...rows('state-support', [
    ['CN', 3, 'Người thuộc hộ gia đình cận nghèo', 'Member of a near-poor household'],
    ['HS', 4, 'Học sinh', 'Pupil'],
    ['SV', 4, 'Sinh viên', 'Student'],
    ['GB', 4, 'Hộ nông, lâm, ngư, diêm nghiệp có mức sống trung bình', 'Average household of farming, forestry, fishery or salt making'],
  ]),
  ...rows('household', [['GD', 4, 'Người tham gia theo hộ gia đình', 'Member of a household that insures itself']]),
  added('state', '2018-12-01', 'Người dân xã an toàn khu', 'Resident of a former safe zone', 'Decree 146/2018/NĐ-CP art. 3'),
  added('employment', '2025-07-01', 'Chủ hộ kinh doanh', 'Owner of a household business', 'Law 51/2024/QH15; Decree 188/2025/NĐ-CP'),
  added('state', '2025-07-01', 'Dân quân thường trực', 'Standing militia', 'Law 51/2024/QH15; Decree 188/2025/NĐ-CP'),
  added('state-support', '2025-07-01', 'Nhân viên y tế thôn, bản', 'Village health worker', 'Law 51/2024/QH15; Decree 188/2025/NĐ-CP'),
]

/** A group by the code on the card on a day, or null for a code not in the list of that day. */
export const findParticipantGroup = (code: string, on: CivilDate): ParticipantGroupRow | null =>
  validOn(PARTICIPANT_GROUPS, on).find((row) => row.participantGroup === code) ?? null
