import { Blueprint } from './blueprint'
import said from './town.json'

/** A town that knows its neighbourhoods. */
export const town = Blueprint.parse(said)
