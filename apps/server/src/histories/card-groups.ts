import type { CoverageLevel } from '@an-sinh/domain'

import type { Standing } from './make-standing.ts'

export type CardGroup = { participantGroup: string; coverageLevel: CoverageLevel }

/** Groups that have a level other than 4; groups and levels of Decision 1351/QĐ-BHXH of 2015. */
const LEVELS: Readonly<Record<string, CoverageLevel>> = {
  ...Object.fromEntries(['CC', 'TE'].map((group) => [group, 1])),
  ...Object.fromEntries(['CK', 'CB', 'KC', 'HN', 'DT', 'DK', 'XD', 'BT', 'TS'].map((group) => [group, 2])),
  ...Object.fromEntries(['HT', 'TC', 'CN'].map((group) => [group, 3])),
  ...Object.fromEntries(['QN', 'CA', 'CY'].map((group) => [group, 5])),
}

/** The groups a standing may have on the card, with weights: `DN:80 NN:12`. */
const GROUPS: Readonly<Record<Exclude<Standing, 'uninsured'>, string>> = {
  employee: 'DN:82 NN:10 HX:3 TK:5',
  'civil-servant': 'HC:70 CH:22 XK:8',
  'armed-forces': 'QN:55 CA:35 CY:10',
  voluntary: 'GD:95 GB:5',
  retired: 'HT:84 TB:5 XB:4 CT:3 NO:2 CS:1 MS:1',
  household: 'GD:84 GB:8 TN:2 TQ:1 TV:1 TA:1 TY:1 LS:1 HG:1',
  child: 'TE',
  pupil: 'HS',
  student: 'SV',
  poor: 'HN:34 CN:26 DT:18 DK:12 XD:5 BT:5',
  merit: 'CC:24 CB:28 CK:12 KC:14 TC:8 TS:5 HD:4 XN:3 PV:2',
}

const OF = new Map(
  Object.entries(GROUPS).map(([standing, text]) => [
    standing,
    text.split(' ').map((entry) => {
      const [participantGroup = '', weight = '1'] = entry.split(':')
      return [{ participantGroup, coverageLevel: LEVELS[participantGroup] ?? 4 }, Number(weight)] as const
    }),
  ]),
)

/** What the card of such a person may say, with weights; nothing for the uninsured. */
export const cardGroupsOf = (standing: Standing): readonly (readonly [CardGroup, number])[] => OF.get(standing) ?? []
