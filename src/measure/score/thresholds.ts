import { decimalsOf } from '../../model/currency.ts';
import type { Ledger } from '../../model/ledger.ts';
import { convert } from '../../model/money.ts';
import type { Criterion, Scheme, Step } from '../../model/scheme.ts';

/**
 * The steps of a criterion in what it is counted in: of money, minor units of the reporting currency, converted at the
 * price of the ledger's day. Undefined where there is no such price.
 */
export function stepsIn(criterion: Criterion, scheme: Scheme, ledger: Ledger): readonly Step[] | undefined {
  if (criterion.metric !== 'business') return criterion.steps;
  const { currency: reporting, prices } = ledger.settings;
  const currency = scheme.currency ?? reporting;
  const steps = criterion.steps.flatMap((step) => {
    const money = { minor: Math.round(step.at * 10 ** decimalsOf(currency)), currency };
    const at = convert(money, ledger.asOf, reporting, prices);
    return at === undefined ? [] : [{ ...step, at }];
  });
  return steps.length === criterion.steps.length ? steps : undefined;
}
