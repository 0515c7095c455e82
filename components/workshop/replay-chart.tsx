import { getFormatter, getTranslations } from 'next-intl/server'
import {
  daysIn,
  type NamedTrial,
  type Result,
  stepsOf,
  ticksTo,
  type TrialKind,
} from '@/lib/rules/workshop/rules'

const [width, height] = [440, 250]
const box = { left: 40, right: 102, top: 30, bottom: 46 }
const [across, up] = [width - box.left - box.right, height - box.top - box.bottom]
/** Lines differ by their strokes too, for who sees no colours. */
const strokes: Record<TrialKind, { dash?: string; line: string; word: string }> = {
  inForce: { line: 'stroke-muted', word: 'fill-muted' },
  drafted: { dash: '7 4', line: 'stroke-link', word: 'fill-link' },
  tried: { dash: '2 4', line: 'stroke-ink', word: 'fill-ink' },
}

type Line = { trial: NamedTrial; result: Result }

/** How many ideas would have reached each threshold as days go by. The table below it says the same. */
export async function ReplayChart({ lines }: { lines: Line[] }) {
  const t = await getTranslations('workshop')
  const format = await getFormatter()
  const longest = Math.max(...lines.map(({ trial }) => daysIn(trial.duration)))
  const ticks = ticksTo(Math.max(...lines.map(({ result }) => result.reached)))
  const [x, y] = [
    (day: number) => box.left + (day / longest) * across,
    (count: number) => box.top + up - (count / ticks.at(-1)!) * up,
  ]
  const ends = spread(lines.map(({ result }) => y(result.reached)))
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      aria-hidden="true"
      direction="ltr"
      className="h-auto w-full max-w-[48rem] font-text text-[16px] md:text-[11px]"
    >
      <text x={0} y={14} className="fill-muted">
        {t('chartCount')}
      </text>
      {ticks.map((tick) => (
        <g key={tick}>
          <line x1={box.left} x2={box.left + across} y1={y(tick)} y2={y(tick)} className="stroke-line" />
          <text x={box.left - 6} y={y(tick) + 4} textAnchor="end" className="fill-muted">
            {format.number(tick)}
          </text>
        </g>
      ))}
      {[0, Math.round(longest / 2), longest].map((day) => (
        <text key={day} x={x(day)} y={height - 22} textAnchor="middle" className="fill-muted">
          {format.number(day)}
        </text>
      ))}
      <text x={box.left + across / 2} y={height - 4} textAnchor="middle" className="fill-muted">
        {t('chartDays')}
      </text>
      {lines.map(({ trial, result }, place) => (
        <g key={trial.kind}>
          <polyline
            points={stepsOf(result, daysIn(trial.duration))
              .map((point) => `${x(point.x).toFixed(1)},${y(point.y).toFixed(1)}`)
              .join(' ')}
            fill="none"
            strokeWidth="2.5"
            strokeDasharray={strokes[trial.kind].dash}
            className={strokes[trial.kind].line}
          />
          <text
            x={x(daysIn(trial.duration)) + 7}
            y={ends[place]! + 4}
            className={`font-bold ${strokes[trial.kind].word}`}
          >
            {t(`kinds.${trial.kind}`)}
          </text>
        </g>
      ))}
    </svg>
  )
}

/** Words at the ends of lines, moved apart where they would lie on one another. */
function spread(places: number[]): number[] {
  const inOrder = places.map((at, line) => ({ at, line })).sort((one, other) => other.at - one.at)
  inOrder.forEach((word, turn) => {
    const below = inOrder[turn - 1]
    if (below && below.at - word.at < 18) word.at = below.at - 18
  })
  return inOrder.sort((one, other) => one.line - other.line).map(({ at }) => at)
}
