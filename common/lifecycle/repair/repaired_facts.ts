import type { AliasFacts, IndexFacts } from '../decide/facts';
import type { RepairStep } from './plan_repair';

const withAlias = (aliases: readonly AliasFacts[], name: string): AliasFacts[] => {
  const known = aliases.find((alias) => alias.name === name);
  return [
    ...aliases.filter((alias) => alias !== known),
    { name, is_write_index: true, members: known?.members ?? 1 },
  ];
};

/** An index as it is after these steps. */
export const repairedFacts = (facts: IndexFacts, steps: readonly RepairStep[]): IndexFacts =>
  steps.reduce((mended, step): IndexFacts => {
    switch (step.do) {
      case 'alias':
        return { ...mended, aliases: withAlias(mended.aliases, step.alias) };
      case 'setting':
        return { ...mended, [step.name]: step.value };
      case 'retry':
        return mended;
    }
  }, facts);
