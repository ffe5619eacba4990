import type { Ledger } from '../../model/ledger.ts';
import type { Phrase } from '../../model/text.ts';
import { type OverApproaches, overApproachesIn } from './approaches.ts';
import { type Breach, breachesIn } from './breaches.ts';
import { type Budget, budgetsIn } from './budgets.ts';
import { type DepartmentRow, departmentsOf } from './departments.ts';
import { type Gap, gapsIn } from './gaps.ts';
import { type Matrix, matrixOf } from './matrix.ts';
import { type Membership, membershipsOf } from './memberships.ts';
import { type Move, moveOf } from './moves.ts';
import { type Overlaps, overlapsIn } from './overlaps.ts';
import { type Levels, levelsOf, type Silence, silencesIn, unfinishedProfiles } from './people.ts';
import type { TeamScope } from './scope.ts';

/** All that there is to say of a company’s network. */
export interface Team {
  readonly matrix: Matrix;
  readonly levels: Levels;
  readonly overlaps: Overlaps;
  readonly approaches: OverApproaches;
  readonly budgets: readonly Budget[];
  readonly breaches: readonly Breach[];
  readonly move: Move | undefined;
  readonly memberships: readonly Membership[];
  readonly gaps: readonly Gap[];
  readonly silences: readonly Silence[];
  readonly unfinished: readonly string[];
  readonly departments: readonly DepartmentRow[];
}

/** Measures a company’s network. `money` says amounts where the model behind the reallocation puts them in sentences. */
export function teamOf(ledger: Ledger, scope: TeamScope, money: (minor: number) => Phrase): Team {
  const budgets = budgetsIn(ledger, scope);
  return {
    matrix: matrixOf(ledger, scope),
    levels: levelsOf(ledger, scope),
    overlaps: overlapsIn(ledger, scope),
    approaches: overApproachesIn(ledger, scope),
    budgets,
    breaches: breachesIn(ledger, budgets, scope),
    move: moveOf(ledger, budgets, scope, money),
    memberships: membershipsOf(ledger, scope),
    gaps: gapsIn(ledger, scope),
    silences: silencesIn(ledger, scope),
    unfinished: unfinishedProfiles(ledger, scope),
    departments: departmentsOf(ledger, scope),
  };
}
