import { Blueprint } from './blueprint'
import said from './small-commune.json'

/** A commune whose town hall is a few people: short times, short texts, one service. */
export const smallCommune = Blueprint.parse(said)
