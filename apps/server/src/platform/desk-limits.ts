const hour = 3600
const day = 86_400

/** What staff and employers do at their desks. */
export const DESK_LIMITS = {
  'counter-code-staff': { per: 'staff', tiers: [{ points: 60, seconds: day }], failsOpen: false },
  'audit-export': { per: 'staff', tiers: [{ points: 5, seconds: day }], failsOpen: false },
  'counter-code-person': { per: 'person', tiers: [{ points: 5, seconds: day }], failsOpen: false },
  'person-search': { per: 'staff', tiers: [{ points: 300, seconds: hour }], failsOpen: false },
  'staff-photo-view': { per: 'staff, outside own counter', tiers: [{ points: 20, seconds: day }], failsOpen: false },
  'problem-report': { per: 'employer', tiers: [{ points: 50, seconds: day }], failsOpen: true },
  'problem-report-staff': { per: 'staff', tiers: [{ points: 200, seconds: day }], failsOpen: true },
  announcement: { per: 'staff: asked for and tried', tiers: [{ points: 60, seconds: day }], failsOpen: false },
  'employer-letter': { per: 'staff', tiers: [{ points: 20, seconds: day }], failsOpen: false },
  'story-look': { per: 'staff', tiers: [{ points: 40, seconds: hour }], failsOpen: false },
  'error-lookup': { per: 'staff', tiers: [{ points: 120, seconds: hour }], failsOpen: false },
  'wording-proposal': { per: 'staff', tiers: [{ points: 50, seconds: day }], failsOpen: false },
} as const
