import { type Acting, actsAs } from '../../rules'

/** Who may ask for it in the name of the city: who reads its texts everywhere, and who looks after personal data. */
export function mayAskUnion(person: Acting): boolean {
  return actsAs(person, 'dpo') || actsAs(person, 'moderator', {})
}

/** The second person answers for the city's data or for the city. */
export function mayDecideUnion(person: Acting): boolean {
  return actsAs(person, 'dpo') || actsAs(person, 'admin')
}
