import type { Dated } from '../reference/index.ts'

export type MobilePrefix = Dated & {
  /** Digits after the leading zero. */
  readonly prefixes: readonly string[]
  /** What the eleven-digit numbers began with before the change of 2018, in the order of `prefixes`. */
  readonly formerly?: readonly string[]
  readonly operator: string
  readonly source: string
}

/** Numbering plan of Circular 22/2014/TT-BTTTT; eleven-digit mobile numbers became ten-digit ones by this plan. */
const CHANGE_2018 = 'Decision 2036/QĐ-BTTTT of 21/11/2017, in effect from 15/9/2018'
const PLAN = 'Circular 22/2014/TT-BTTTT, numbering plan'

/** Mobile prefixes in Viet Nam as dated data; a number outside them gets no message (and costs nobody an international one). */
export const MOBILE_PREFIXES: readonly MobilePrefix[] = [
  { operator: 'Viettel', prefixes: ['86', '96', '97', '98'], validFrom: '2015-01-01', validTo: null, source: PLAN },
  {
    operator: 'Viettel',
    prefixes: ['32', '33', '34', '35', '36', '37', '38', '39'],
    formerly: ['162', '163', '164', '165', '166', '167', '168', '169'],
    validFrom: '2018-09-15',
    validTo: null,
    source: CHANGE_2018,
  },
  { operator: 'VinaPhone', prefixes: ['88', '91', '94'], validFrom: '2015-01-01', validTo: null, source: PLAN },
  {
    operator: 'VinaPhone',
    prefixes: ['83', '84', '85', '81', '82'],
    formerly: ['123', '124', '125', '127', '129'],
    validFrom: '2018-09-15',
    validTo: null,
    source: CHANGE_2018,
  },
  { operator: 'MobiFone', prefixes: ['89', '90', '93'], validFrom: '2015-01-01', validTo: null, source: PLAN },
  {
    operator: 'MobiFone',
    prefixes: ['70', '79', '77', '76', '78'],
    formerly: ['120', '121', '122', '126', '128'],
    validFrom: '2018-09-15',
    validTo: null,
    source: CHANGE_2018,
  },
  { operator: 'Vietnamobile', prefixes: ['52', '92'], validFrom: '2015-01-01', validTo: null, source: PLAN },
  {
    operator: 'Vietnamobile',
    prefixes: ['56', '58'],
    formerly: ['186', '188'],
    validFrom: '2018-09-15',
    validTo: null,
    source: CHANGE_2018,
  },
  { operator: 'Gmobile', prefixes: ['99'], validFrom: '2015-01-01', validTo: null, source: PLAN },
  { operator: 'Gmobile', prefixes: ['59'], formerly: ['199'], validFrom: '2018-09-15', validTo: null, source: CHANGE_2018 },
  { operator: 'Itel', prefixes: ['87'], validFrom: '2019-04-01', validTo: null, source: PLAN },
  { operator: 'Wintel', prefixes: ['55'], validFrom: '2020-06-01', validTo: null, source: PLAN },
  // Given back by its operator years ago and assigned to nobody since: the prefix of every synthetic person.
  {
    operator: 'synthetic',
    prefixes: ['95'],
    validFrom: '2015-01-01',
    validTo: null,
    source: 'withdrawn prefix, kept for synthetic people',
  },
]
