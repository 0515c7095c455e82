import { Blueprint } from './blueprint'
import said from './abroad.json'

/** A city that is not French: nothing in it supposes French law or French words. */
export const abroad = Blueprint.parse(said)
