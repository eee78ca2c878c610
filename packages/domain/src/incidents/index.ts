export { checkIncident, INCIDENT_RULE, isSilent, type IncidentRefusalCode } from './check-incident.ts'
export { INCIDENT_FEATURE_NAMES, INCIDENT_FEATURES, INCIDENT_KINDS, type IncidentFeature, type IncidentKind } from './incident-features.ts'
export { type IncidentSpan, STATUS_DAYS, statusAt, type StatusColour, statusDays } from './status-of.ts'
