export { NAMED_PEOPLE, type NamedPerson } from './named-people.ts'
export { seedPeople } from './seed-people.ts'
