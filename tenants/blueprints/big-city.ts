import { Blueprint } from './blueprint'
import said from './big-city.json'

/** Many districts, many services: six months to gather, four to answer. */
export const bigCity = Blueprint.parse(said)
